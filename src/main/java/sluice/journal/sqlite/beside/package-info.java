/** The files beside a journal: its owner's lock and its head, and the permissions of all of them. */
@NullMarked
package sluice.journal.sqlite.beside;

import org.jspecify.annotations.NullMarked;
