/** The journal as one SQLite file: group commit, hash chain, checkpoints, archives, and an owner's lock beside it. */
@NullMarked
package sluice.journal.sqlite;

import org.jspecify.annotations.NullMarked;
