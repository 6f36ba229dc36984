package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlLiteral;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Constant values as Oracle writes them (SQL Language Reference 19c, "Literals").
 *
 * <p>Text of more than 4,000 bytes is no literal and is put together from pieces. The empty text is
 * null to the server, whatever one writes. A moment has no {@code WITH TIME ZONE} in its literal:
 * the offset says it. Truth values exist from 23ai on; below they are 1 and 0. Bytes and uuids are
 * {@code RAW}. A time of day is the span since midnight. JSON is text, which a column of the type
 * {@code JSON} takes as well (JSON Developer's Guide 21c, "Creating a Table With a JSON Column").
 *
 * @param version the release
 */
record OracleLiterals(ServerVersion version) implements LiteralStyle {

  /** The bytes a text literal may have where MAX_STRING_SIZE is STANDARD. */
  static final int LONGEST_TEXT = 4_000;

  /** Returns why a value cannot be written, if it cannot. */
  static Optional<Unsupported> cannot(SqlLiteral literal) {
    return literal instanceof SqlLiteral.Binary bytes && bytes.hex().length() > LONGEST_TEXT
        ? Optional.of(
            new Unsupported(
                "a statement holds at most 2,000 bytes as one value",
                "Write longer values with op.connection() and a prepared statement."))
        : Optional.empty();
  }

  @Override
  public String render(SqlLiteral literal) {
    Optional<Unsupported> cannot = cannot(literal);
    if (cannot.isPresent()) {
      throw new UnsupportedOperations(OracleRefusals.TITLE, version)
          .refuse("write a value", cannot.get().reason(), cannot.get().wayRound());
    } else if (literal instanceof SqlLiteral.Text text) {
      return text(text.value());
    } else if (literal instanceof SqlLiteral.Json json) {
      return text(json.value());
    } else if (literal instanceof SqlLiteral.Truth truth && !version.isAtLeast(23, 0)) {
      return truth.value() ? "1" : "0";
    } else if (literal instanceof SqlLiteral.Binary bytes) {
      return raw(bytes.hex());
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return raw(uuid.value().toString().replace("-", ""));
    }
    String standard = LiteralStyle.standard().render(literal);
    if (literal instanceof SqlLiteral.Moment) {
      return standard.replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMP");
    }
    return literal instanceof SqlLiteral.Time
        ? standard.replace("TIME '", "INTERVAL '0 ") + " DAY TO SECOND(9)"
        : standard;
  }

  private static String raw(String hex) {
    return "HEXTORAW(" + quoted(hex) + ")";
  }

  private static String text(String value) {
    List<String> pieces = pieces(value);
    return pieces.size() == 1
        ? quoted(value)
        : pieces.stream()
            .map(piece -> "TO_CLOB(" + quoted(piece) + ")")
            .collect(Collectors.joining(" || "));
  }

  private static String quoted(String text) {
    return LiteralStyle.standard().render(SqlLiteral.text(text));
  }

  // A character is never cut, and never counted for less than the bytes it has in UTF-8.
  private static List<String> pieces(String value) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int bytes = 0;
    for (int at = 0; at < value.length(); ) {
      int next = value.offsetByCodePoints(at, 1);
      int size = value.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > LONGEST_TEXT) {
        pieces.add(value.substring(from, at));
        from = at;
        bytes = 0;
      }
      bytes += size;
      at = next;
    }
    pieces.add(value.substring(from));
    return pieces;
  }
}
