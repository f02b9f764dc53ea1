/** The interactive shell: prompt, completion, history, and what happens meanwhile, above the prompt. */
@NullMarked
package sluice.shell.prompt;

import org.jspecify.annotations.NullMarked;
