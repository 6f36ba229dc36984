package dev.anabranch.dialect.postgres;

import static dev.anabranch.dialect.postgres.PostgresOtherQueries.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The queries of {@link PostgresOtherQueries}, each with what tells that it may find something. */
final class PostgresOtherParts {

  private static final String ANY = "TRUE";

  /**
   * Queries about some kinds of objects.
   *
   * @param sql the queries, joined by UNION ALL
   * @param signs where none of them is there, the queries find nothing
   */
  record Part(String sql, List<Sign> signs) {

    private static Part of(String sql, Sign... signs) {
      return new Part(sql, List.of(signs));
    }

    private static Part ofUsers(String sql, String... catalogues) {
      return new Part(
          sql, Stream.of(catalogues).map(catalogue -> Sign.ofUsers(catalogue, ANY)).toList());
    }

    // What is held beyond what an owner has by itself.
    private static Part privileges(String sql, Sign sign) {
      return of(
          "SELECT 'privilege', p.schema, p.name, held.words, p.relation FROM (\n" + sql + HELD,
          sign);
    }
  }

  /**
   * A row of a catalogue for which a condition holds.
   *
   * @param rows the catalogue, named c, and which of its rows count
   * @param condition what has to hold of one of them
   */
  record Sign(String rows, String condition) {

    private static Sign ofUsers(String catalogue, String condition) {
      return new Sign("pg_catalog." + catalogue + " c WHERE c.oid >= 16384", condition);
    }

    private static Sign in(String catalogue, String condition) {
      return new Sign("pg_catalog." + catalogue + " c WHERE TRUE", condition);
    }

    private static Sign in(String catalogue) {
      return in(catalogue, ANY);
    }

    private static Sign ofOtherOwners(String catalogue, String owner) {
      return ofUsers(catalogue, owner + NOT_OF_THE_OWNER);
    }
  }

  /** All of them. */
  static final List<Part> ALL =
      List.of(
          Part.ofUsers(ROUTINES, "pg_proc"),
          Part.ofUsers(TRIGGERS, "pg_trigger"),
          Part.ofUsers(RULES, "pg_rewrite"),
          Part.ofUsers(POLICIES, "pg_policy"),
          Part.of(PARTITIONS, Sign.in("pg_inherits")),
          Part.of(
              INHERITANCE,
              Sign.in("pg_inherits"),
              Sign.ofUsers(
                  "pg_class",
                  "c.reloftype <> 0 OR (c.relreplident IN ('f', 'n') AND c.relkind IN ('r', 'p'))")),
          Part.of(FOREIGN_TABLES, Sign.in("pg_foreign_table")),
          // A table has a row type, and each type an array.
          Part.of(
              TYPES,
              Sign.ofUsers(
                  "pg_type",
                  "c.typtype IN ('d', 'r')"
                      + " OR (c.typtype = 'b' AND (c.typarray <> 0 OR c.typcategory <> 'A'))"),
              Sign.ofUsers("pg_class", "c.relkind = 'c'")),
          Part.ofUsers(OPERATORS, "pg_operator", "pg_opclass", "pg_opfamily", "pg_cast"),
          Part.ofUsers(
              TEXTS,
              "pg_collation",
              "pg_conversion",
              "pg_ts_config",
              "pg_ts_dict",
              "pg_ts_template",
              "pg_ts_parser"),
          Part.ofUsers(STATISTICS, "pg_statistic_ext"),
          Part.ofUsers(
              OF_DATABASE,
              "pg_extension",
              "pg_event_trigger",
              "pg_publication",
              "pg_language",
              "pg_am",
              "pg_transform",
              "pg_foreign_data_wrapper",
              "pg_foreign_server"),
          Part.privileges(OF_RELATIONS, Sign.ofUsers("pg_class", "c.relacl IS NOT NULL")),
          Part.privileges(
              OF_COLUMNS,
              new Sign(
                  "pg_catalog.pg_attribute c WHERE c.attrelid >= 16384", "c.attacl IS NOT NULL")),
          Part.privileges(OF_ROUTINES, Sign.ofUsers("pg_proc", "c.proacl IS NOT NULL")),
          Part.privileges(OF_TYPES, Sign.ofUsers("pg_type", "c.typacl IS NOT NULL")),
          Part.privileges(
              OF_SCHEMAS,
              Sign.in(
                  "pg_namespace",
                  "c.nspacl IS NOT NULL AND (c.oid >= 16384 OR c.nspname = 'public')"
                      + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_init_privs i"
                      + " WHERE i.classoid = c.tableoid AND i.objoid = c.oid"
                      + " AND i.initprivs = c.nspacl)")),
          Part.privileges(
              OF_LANGUAGES,
              Sign.in(
                  "pg_language",
                  "c.lanacl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_init_privs i"
                      + " WHERE i.classoid = c.tableoid AND i.objoid = c.oid)")),
          Part.privileges(OF_WRAPPERS, Sign.in("pg_foreign_data_wrapper")),
          Part.privileges(OF_SERVERS, Sign.in("pg_foreign_server")),
          Part.of(
              OWNERS,
              Sign.ofOtherOwners("pg_class", "c.relowner"),
              Sign.ofOtherOwners("pg_proc", "c.proowner"),
              Sign.ofOtherOwners("pg_type", "c.typowner"),
              Sign.ofOtherOwners("pg_namespace", "c.nspowner")),
          Part.of(DEFAULT_PRIVILEGES, Sign.in("pg_default_acl")),
          Part.of(COMMENTS, new Sign("pg_catalog.pg_description c WHERE c.objoid >= 16384", ANY)));

  private PostgresOtherParts() {}

  /** Some of what is looked for in the same rows. */
  private record Wanted(int place, String condition) {}

  /**
   * Returns the query for the places in {@link #ALL} of the parts that may find something, in no
   * order and some of them more than once: to plan and begin the big query takes longer than to
   * find that most of it has nothing to find. No catalogue is read twice.
   */
  static String used() {
    Map<String, List<Wanted>> byRows = new LinkedHashMap<>();
    for (int place = 0; place < ALL.size(); place++) {
      for (Sign sign : ALL.get(place).signs()) {
        byRows
            .computeIfAbsent(sign.rows(), rows -> new ArrayList<>())
            .add(new Wanted(place, sign.condition()));
      }
    }
    return byRows.entrySet().stream()
        .map(
            each ->
                each.getValue().size() == 1
                    ? first(each.getKey(), each.getValue().get(0))
                    : all(each.getKey(), each.getValue()))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  // Ends with the first row that is found.
  private static String first(String rows, Wanted wanted) {
    return "SELECT %d WHERE EXISTS (SELECT FROM %s AND (%s))"
        .formatted(wanted.place(), rows, wanted.condition());
  }

  private static String all(String rows, List<Wanted> wanted) {
    String found =
        wanted.stream()
            .map(each -> "pg_catalog.bool_or(" + each.condition() + ")")
            .collect(Collectors.joining(", "));
    String names =
        IntStream.range(0, wanted.size()).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
    String places =
        IntStream.range(0, wanted.size())
            .mapToObj(i -> "(" + wanted.get(i).place() + ", f.f" + i + ")")
            .collect(Collectors.joining(", "));
    return "SELECT p.place FROM (SELECT "
        + found
        + " FROM "
        + rows
        + ") f("
        + names
        + ") CROSS JOIN LATERAL (VALUES "
        + places
        + ") p(place, there) WHERE p.there";
  }
}
