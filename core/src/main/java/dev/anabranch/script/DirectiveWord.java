package dev.anabranch.script;

import dev.anabranch.error.NearestNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that may follow {@code -- @} at the start of a line. */
enum DirectiveWord {
  REVISION("revision", Place.HEADER),
  REVISES("revises", Place.HEADER),
  LABELS("labels", Place.HEADER),
  DEPENDS_ON("depends-on", Place.HEADER),
  LOSES("loses", Place.HEADER),
  CREATED("created", Place.HEADER),
  MESSAGE("message", Place.HEADER),
  IRREVERSIBLE("irreversible", Place.ANYWHERE),
  UPGRADE("upgrade", Place.BODY),
  DOWNGRADE("downgrade", Place.BODY),
  TRANSACTION("transaction", Place.BODY);

  /** Where a directive may stand. */
  enum Place {
    HEADER,
    BODY,
    ANYWHERE
  }

  private final String word;
  private final Place place;

  DirectiveWord(String word, Place place) {
    this.word = word;
    this.place = place;
  }

  String word() {
    return word;
  }

  boolean headerOnly() {
    return place == Place.HEADER;
  }

  boolean startsSection() {
    return this == UPGRADE || this == DOWNGRADE;
  }

  static @Nullable DirectiveWord of(String word) {
    return switch (word) {
      case "revision" -> REVISION;
      case "revises" -> REVISES;
      case "labels" -> LABELS;
      case "depends-on" -> DEPENDS_ON;
      case "loses" -> LOSES;
      case "created" -> CREATED;
      case "message" -> MESSAGE;
      case "irreversible" -> IRREVERSIBLE;
      case "upgrade" -> UPGRADE;
      case "downgrade" -> DOWNGRADE;
      case "transaction" -> TRANSACTION;
      default -> null;
    };
  }

  /** Returns the word its author most likely meant. */
  static Optional<String> nearest(String written) {
    List<String> words = Arrays.stream(values()).map(DirectiveWord::word).toList();
    return NearestNames.nearest(written.toLowerCase(Locale.ROOT), words);
  }
}
