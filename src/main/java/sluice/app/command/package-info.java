/** The commands of the program that need more than a desk: simulator, recordings, journal files, configuration. */
@NullMarked
package sluice.app.command;

import org.jspecify.annotations.NullMarked;
