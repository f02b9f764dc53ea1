/** Keys whose secret is shared with the venue, and what is signed with them. */
@NullMarked
package sluice.net.hmac;

import org.jspecify.annotations.NullMarked;
