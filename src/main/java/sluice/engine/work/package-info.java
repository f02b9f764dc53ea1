/** What the desk does about orders: place, work, cancel, amend, settle, reconcile, stop. */
@NullMarked
package sluice.engine.work;

import org.jspecify.annotations.NullMarked;
