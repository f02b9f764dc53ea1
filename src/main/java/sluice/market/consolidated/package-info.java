/** Several venues' books of one symbol seen as one: its mid and ladder, and how the market behaves. */
@NullMarked
package sluice.market.consolidated;

import org.jspecify.annotations.NullMarked;
