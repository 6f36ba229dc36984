package dev.anabranch.schema;

import dev.anabranch.sql.DialectNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only some products know of a table, column or index, such as a storage engine.
 *
 * <p>Each dialect documents the keys it reads and refuses those it does not know; options of other
 * dialects are passed over.
 *
 * @param values by dialect name, lower case, the options by key, in the order of their writing
 */
public record DialectOptions(Map<String, Map<String, String>> values) {

  private static final DialectOptions NONE = new DialectOptions(Map.of());

  /** Copies the maps. */
  public DialectOptions {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    values.forEach(
        (dialect, options) ->
            copy.put(dialect, Collections.unmodifiableMap(new LinkedHashMap<>(options))));
    values = Collections.unmodifiableMap(copy);
  }

  /** Returns no options. */
  public static DialectOptions none() {
    return NONE;
  }

  /** Returns these options and one more; a key that is there already gets the other value. */
  public DialectOptions with(String dialect, String key, String value) {
    Map<String, Map<String, String>> more = new LinkedHashMap<>(values);
    Map<String, String> own = new LinkedHashMap<>(more.getOrDefault(dialect, Map.of()));
    own.put(key, value);
    more.put(DialectNames.require(dialect), own);
    return new DialectOptions(more);
  }

  /**
   * Returns the options of a dialect; what stands under a more specific name wins.
   *
   * @param dialectNames the names the dialect answers to, the most specific first
   */
  public Map<String, String> of(List<String> dialectNames) {
    Map<String, String> merged = new LinkedHashMap<>();
    for (int i = dialectNames.size() - 1; i >= 0; i--) {
      merged.putAll(values.getOrDefault(dialectNames.get(i), Map.of()));
    }
    return Collections.unmodifiableMap(merged);
  }

  /**
   * Returns one option of a dialect.
   *
   * @param dialectNames the names the dialect answers to, the most specific first
   * @param key the option's key
   */
  public Optional<String> of(List<String> dialectNames, String key) {
    return Optional.ofNullable(of(dialectNames).get(key));
  }
}
