package dev.anabranch.testkit.confluence;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds everything in a text that may be a name, in comments and literals as well. */
final class SqlWords {

  // Possessive, for what can be given back is kept on the stack, and a body may be long.
  private static final Pattern NAME =
      Pattern.compile(
          "\"((?:[^\"]++|\"\")++)\"|`((?:[^`]++|``)++)`|([\\p{L}_][\\p{L}\\p{N}_$#]*+)"
              + "|'((?:[^']++|'')++)'");

  private SqlWords() {}

  /** Returns the names, small letters. */
  static Set<String> in(String text) {
    Set<String> words = new LinkedHashSet<>();
    NAME.matcher(text).results().forEach(result -> add(result, words));
    return Collections.unmodifiableSet(words);
  }

  private static void add(MatchResult result, Set<String> words) {
    if (result.group(1) != null) {
      words.add(result.group(1).replace("\"\"", "\"").toLowerCase(Locale.ROOT));
    } else if (result.group(2) != null) {
      words.add(result.group(2).replace("``", "`").toLowerCase(Locale.ROOT));
    } else if (result.group(3) != null) {
      words.add(result.group(3).toLowerCase(Locale.ROOT));
    } else {
      words.addAll(in(result.group(4).replace("''", "'")));
    }
  }
}
