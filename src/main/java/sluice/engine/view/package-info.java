/** What the desk shows: immutable pictures of its state, swapped in whole. */
@NullMarked
package sluice.engine.view;

import org.jspecify.annotations.NullMarked;
