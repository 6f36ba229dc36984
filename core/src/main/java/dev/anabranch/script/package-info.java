/**
 * Finding, reading, checking and creating revision files.
 *
 * <p>A {@link dev.anabranch.script.ScriptLocation} is a folder or a place on the class path. {@link
 * dev.anabranch.script.RevisionScripts#load} reads the header of every revision there and nothing
 * else, so that a project of thousands of revisions is known in a moment. The statements of a
 * {@linkplain dev.anabranch.script.SqlRevisionScript revision in SQL} are read when somebody asks
 * for its body, and are not kept afterwards. The sources of {@linkplain
 * dev.anabranch.script.JavaRevisionScript revisions in Java} are compiled, all together and in
 * memory, when somebody asks for the first migration; those that a build has compiled are found
 * through the index that {@link dev.anabranch.script.RevisionIndexProcessor} writes.
 *
 * <p>All problems are collected: one {@link dev.anabranch.script.InvalidScriptsException} names
 * every file and line that stands in the way. {@link dev.anabranch.script.ScriptChecker} looks at
 * everything, bodies included, and also reports what is merely doubtful.
 *
 * <p>The package knows text and files, no database. Which section of a file a server gets is
 * decided by the names its dialect answers to, which come in as plain words.
 */
@NullMarked
package dev.anabranch.script;

import org.jspecify.annotations.NullMarked;
