package dev.anabranch.testkit.rows;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What a JSON document has to hold because other columns are computed from it: the paths stand in
 * their expressions.
 */
final class DocumentShape {

  private static final int DOCUMENTS = 40;

  private static final Pattern SIMPLE_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<List<String>, SampleSource> paths = new LinkedHashMap<>();

  private DocumentShape() {}

  /** Returns what a column's documents hold; empty if nothing is computed from them. */
  static Optional<ValueRange> of(
      Column column, Table table, Dialect dialect, DatabaseSchema schema) {
    DocumentShape shape = new DocumentShape();
    for (Column computed : table.columns()) {
      if (computed.value() instanceof ColumnValue.Computed value) {
        ValueRange range = dialect.valueRanges().of(computed, schema);
        SampleSource source = new SampleSource(range, dialect.valueRanges());
        String text = value.expression().forDialect(dialect.names()).text();
        paths(text, column.name()).forEach(path -> shape.paths.put(path, source));
      }
    }
    return shape.paths.isEmpty() ? Optional.empty() : Optional.of(shape.range());
  }

  private static List<List<String>> paths(String expression, Identifier column) {
    List<ConditionToken> tokens = ConditionToken.of(expression);
    List<List<String>> paths = new ArrayList<>();
    boolean named = false;
    for (int i = 0; i < tokens.size(); i++) {
      ConditionToken token = tokens.get(i);
      if (token.kind() != ConditionToken.Kind.TEXT) {
        named |= token.text().equalsIgnoreCase(column.value());
        continue;
      }
      Optional<List<String>> path = path(token.text());
      boolean deeper = i > 1 && tokens.get(i - 1).is(">") && !named && !paths.isEmpty();
      if (path.isPresent() && deeper) {
        List<String> whole = new ArrayList<>(paths.remove(paths.size() - 1));
        whole.addAll(path.get());
        paths.add(whole);
      } else if (named) {
        path.ifPresent(paths::add);
      }
      named = false;
    }
    return paths;
  }

  private static Optional<List<String>> path(String text) {
    String inner = text;
    String separator = "\\.";
    if (text.startsWith("$.")) {
      inner = text.substring(2);
    } else if (text.startsWith("{") && text.endsWith("}")) {
      inner = text.substring(1, text.length() - 1);
      separator = ",";
    }
    List<String> keys = new ArrayList<>();
    for (String key : inner.split(separator, -1)) {
      keys.add(key.strip().replace("\"", ""));
    }
    return keys.stream().allMatch(key -> SIMPLE_KEY.matcher(key).matches())
        ? Optional.of(keys)
        : Optional.empty();
  }

  private ValueRange range() {
    List<SqlValue> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      Map<String, Object> root = new LinkedHashMap<>();
      for (Map.Entry<List<String>, SampleSource> path : paths.entrySet()) {
        put(root, path.getKey(), value(path.getValue(), i));
      }
      documents.add(SqlValue.of(SqlLiteral.json(text(root))));
    }
    return new ValueRange.Samples(documents);
  }

  // What is computed must not fail: no edges.
  private static String value(SampleSource source, int number) {
    Sample sample =
        source.ordinary(number).or(() -> source.ordinary(number % 2)).orElse(Sample.NULL);
    if (sample.plain() instanceof Boolean || sample.plain() instanceof BigDecimal) {
      return String.valueOf(sample.plain());
    } else if (source.range() instanceof ValueRange.FloatingPoint) {
      return String.valueOf(sample.plain());
    }
    String text = String.valueOf(sample.plain());
    boolean moment =
        source.range() instanceof ValueRange.Moments
            || source.range() instanceof ValueRange.Timestamps;
    return quoted(moment ? text.substring(0, 19).replace(' ', 'T') + ".000Z" : text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> object, List<String> path, String value) {
    if (path.size() == 1) {
      object.putIfAbsent(path.get(0), value);
      return;
    }
    Object inner = object.computeIfAbsent(path.get(0), key -> new LinkedHashMap<String, Object>());
    if (inner instanceof Map<?, ?> map) {
      put((Map<String, Object>) map, path.subList(1, path.size()), value);
    }
  }

  private static String text(Map<?, ?> object) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    object.forEach(
        (key, value) ->
            text.add(
                quoted(String.valueOf(key))
                    + ": "
                    + (value instanceof Map<?, ?> map ? text(map) : value)));
    return text.toString();
  }
}
