package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Anchor;
import dev.anabranch.revision.RevisionTarget.Named;
import dev.anabranch.revision.RevisionTarget.Relative;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.Optional;

/** Reads target expressions; the grammar is told at {@link RevisionTarget}. */
final class TargetParser {

  private static final String FORMS =
      "A target is an id, a label, head, heads, base, current, +N, -N, or a combination such as label@head or id+2.";

  private TargetParser() {}

  static RevisionTarget parse(String text) {
    if (text.indexOf(':') >= 0) {
      throw new RevisionException.Syntax(
          ErrorCode.RANGE_NOT_ALLOWED,
          "Cannot use \"" + text + "\" as a target: it is a range, and one target is wanted here.",
          "A range is read by history and with --sql.",
          text);
    }
    int at = text.indexOf('@');
    String branch = at < 0 ? "" : text.substring(0, at);
    String word = text.substring(at + 1);
    if (word.isEmpty()) {
      throw malformed(text, at < 0 ? "it is empty" : "nothing stands after the @");
    }
    if (word.indexOf('@') >= 0) {
      throw malformed(text, "it has more than one @");
    }
    // An empty name before the @ has always counted as none.
    Optional<String> named = branch.isEmpty() ? Optional.empty() : Optional.of(branch);
    int sign = startOfOffset(word);
    if (sign == 0) {
      return new Relative(named, Optional.empty(), offset(word));
    }
    if (word.charAt(0) == '+' || word.charAt(0) == '-') {
      throw malformed(text, "\"" + word + "\" is no number of steps");
    }
    if (sign > 0) {
      return new Relative(
          named, Optional.of(anchor(word.substring(0, sign))), offset(word.substring(sign)));
    }
    return new Absolute(named, anchor(word));
  }

  private static Anchor anchor(String word) {
    for (Symbol symbol : Symbol.values()) {
      if (symbol.text().equals(word)) {
        return symbol;
      }
    }
    return new Named(word);
  }

  /** Returns where a sign with nothing but digits after it begins, or -1. */
  private static int startOfOffset(String word) {
    int at = word.length();
    while (at > 0 && word.charAt(at - 1) >= '0' && word.charAt(at - 1) <= '9') {
      at--;
    }
    boolean signed =
        at > 0 && at < word.length() && (word.charAt(at - 1) == '+' || word.charAt(at - 1) == '-');
    return signed ? at - 1 : -1;
  }

  /** Reads a sign and digits; a number beyond every graph is as good as any other. */
  private static int offset(String signed) {
    long value = 0;
    for (int at = 1; at < signed.length(); at++) {
      value = Math.min(Integer.MAX_VALUE, value * 10 + (signed.charAt(at) - '0'));
    }
    return (int) (signed.charAt(0) == '-' ? -value : value);
  }

  private static RevisionException malformed(String text, String reason) {
    return new RevisionException.Syntax(
        ErrorCode.TARGET_SYNTAX,
        "Cannot use \"" + text + "\" as a target: " + reason + ".",
        FORMS,
        text);
  }
}
