/** Where an order goes and why: books, fees and balances in, legs with their reasons out. */
@NullMarked
package sluice.routing;

import org.jspecify.annotations.NullMarked;
