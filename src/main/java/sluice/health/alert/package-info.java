/** What an operator is told of, once, again or no more: alerts of whatever origin, in one place. Pure. */
@NullMarked
package sluice.health.alert;

import org.jspecify.annotations.NullMarked;
