package dev.anabranch.dialect.oracle;

/**
 * Why something cannot be, and what an author can do instead.
 *
 * @param reason a sentence without its end
 * @param wayRound one sentence or several
 */
record Unsupported(String reason, String wayRound) {}
