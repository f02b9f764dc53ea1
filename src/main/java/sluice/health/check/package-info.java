/** What of the desk and its venues is well, what is not and what is not known, and since when. Pure. */
@NullMarked
package sluice.health.check;

import org.jspecify.annotations.NullMarked;
