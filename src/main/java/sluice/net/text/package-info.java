/** Reading what venues send: a byte scanner that allocates nothing for books, exact JSON fields for the rest. Pure. */
@NullMarked
package sluice.net.text;

import org.jspecify.annotations.NullMarked;
