package dev.anabranch.testkit.confluence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the JSON of a {@link ProofFile}: objects, arrays, strings and whole numbers, and
 * nothing else. What it does not know makes the file worthless, which costs one run.
 */
final class ProofText {

  private final String text;
  private int at;

  private ProofText(String text) {
    this.text = text;
  }

  static String of(ProofFile file) {
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"format\": ").append(ProofFile.FORMAT).append(",\n");
    json.append("  \"revision\": ").append(quoted(file.revision())).append(",\n");
    json.append("  \"proofs\": [");
    String before = "\n";
    for (ProofFile.Proof proof : file.proofs()) {
      json.append(before)
          .append("    {\"product\": ")
          .append(quoted(proof.product()))
          .append(", \"hash\": ")
          .append(quoted(proof.hash()))
          .append(", \"pairs\": ")
          .append(proof.pairs())
          .append(", \"settled\": ")
          .append(proof.settled())
          .append(", \"run\": ")
          .append(proof.run())
          .append(", \"orders\": ")
          .append(proof.orders())
          .append("}");
      before = ",\n";
    }
    return json.append("\n  ]\n}\n").toString();
  }

  private static String quoted(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  static Optional<ProofFile> parse(String json) {
    try {
      ProofText text = new ProofText(json);
      Object value = text.value();
      text.end();
      return Optional.of(file(value));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static ProofFile file(Object value) {
    Map<?, ?> object = typed(value, Map.class);
    require(number(object, "format") == ProofFile.FORMAT && object.size() == 3);
    List<ProofFile.Proof> proofs = new ArrayList<>();
    for (Object each : typed(object.get("proofs"), List.class)) {
      Map<?, ?> proof = typed(each, Map.class);
      require(proof.size() == 6);
      proofs.add(
          new ProofFile.Proof(
              typed(proof.get("product"), String.class),
              typed(proof.get("hash"), String.class),
              number(proof, "pairs"),
              number(proof, "settled"),
              number(proof, "run"),
              number(proof, "orders")));
    }
    return new ProofFile(typed(object.get("revision"), String.class), proofs);
  }

  private static int number(Map<?, ?> object, String key) {
    return Math.toIntExact(typed(object.get(key), Long.class));
  }

  private static <T> T typed(@Nullable Object value, Class<T> type) {
    if (value == null || !type.isInstance(value)) {
      throw new IllegalArgumentException("not a proof of this format");
    }
    return Objects.requireNonNull(type.cast(value));
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not a proof of this format");
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char current() {
    blanks();
    require(at < text.length());
    return text.charAt(at);
  }

  private void expect(char c) {
    require(current() == c);
    at++;
  }

  private boolean skip(char c) {
    boolean there = current() == c;
    at += there ? 1 : 0;
    return there;
  }

  private void end() {
    blanks();
    require(at == text.length());
  }

  private Object value() {
    return switch (current()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    if (!skip('}')) {
      do {
        current();
        String key = string();
        expect(':');
        require(object.put(key, value()) == null);
      } while (skip(','));
      expect('}');
    }
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    expect('[');
    if (!skip(']')) {
      do {
        array.add(value());
      } while (skip(','));
      expect(']');
    }
    return array;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      require(c >= ' ');
      value.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escaped() {
    require(at < text.length());
    char c = text.charAt(at++);
    if (c == 'u') {
      require(at + 4 <= text.length());
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    require(c == '"' || c == '\\' || c == '/');
    return c;
  }

  private Long number() {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    require(at > from && at - from < 10);
    return Long.valueOf(text.substring(from, at));
  }
}
