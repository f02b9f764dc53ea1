/** What executions cost and how they went: a fold of journaled facts, and figures from it. Pure. */
@NullMarked
package sluice.quality;

import org.jspecify.annotations.NullMarked;
