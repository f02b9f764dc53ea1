/** A desk with what it stands on: venues or a simulator, the journal, the transport, put together and taken down. */
@NullMarked
package sluice.app.desk;

import org.jspecify.annotations.NullMarked;
