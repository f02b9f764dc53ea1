/** A TOML file, asked for its keys one by one and told what is wrong with it; and values as it would write them. */
@NullMarked
package sluice.app.toml;

import org.jspecify.annotations.NullMarked;
