/** The markets as the desk may rely on them: books, regimes, and what risk is judged against. */
@NullMarked
package sluice.engine.market;

import org.jspecify.annotations.NullMarked;
