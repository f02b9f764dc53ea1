/** The vocabulary of markets: exact numbers, instruments, symbols, time. Knows nothing but the JDK. */
@NullMarked
package sluice.market;

import org.jspecify.annotations.NullMarked;
