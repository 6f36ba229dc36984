/**
 * Revisions made by chance, the same ones each time: every operation and every type, combined.
 *
 * <p>A {@link dev.anabranch.testkit.corpus.RevisionCorpus} is data and knows no product. A {@link
 * dev.anabranch.testkit.corpus.CorpusRun} applies it to one database and holds the schema behind
 * each revision to what was asked for, on the way up and on the way back.
 */
@NullMarked
package dev.anabranch.testkit.corpus;

import org.jspecify.annotations.NullMarked;
