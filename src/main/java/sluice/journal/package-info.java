/** The port to the journal: an envelope and bytes, appended in durable batches and replayed in order. */
@NullMarked
package sluice.journal;

import org.jspecify.annotations.NullMarked;
