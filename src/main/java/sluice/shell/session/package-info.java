/** The commands that serve scripts and people: waits, notes, status, help. */
@NullMarked
package sluice.shell.session;

import org.jspecify.annotations.NullMarked;
