/**
 * Help, the manual page, completions and reference pages, all made from the declarations of the
 * commands.
 *
 * <p>The files that are packaged and published ({@code cli/src/main/dist}, {@code
 * docs/reference/command-line.md}) are committed; a test compares them with what is made here.
 */
@NullMarked
package dev.anabranch.cli.documentation;

import org.jspecify.annotations.NullMarked;
