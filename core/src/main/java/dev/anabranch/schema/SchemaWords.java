package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts types, columns, keys and indexes into words for people: no SQL of any product, but close to
 * the standard's.
 */
public final class SchemaWords {

  private SchemaWords() {}

  /** Returns a type, such as {@code varchar(100)}. */
  public static String of(DataType type) {
    if (type instanceof DataType.Simple simple) {
      return lower(simple);
    } else if (type instanceof DataType.Interval interval) {
      return "interval " + lower(interval);
    } else if (type instanceof DataType.Array array) {
      return of(array.element()) + "[]";
    } else if (type instanceof DataType.Enumeration enumeration) {
      return "enum " + enumeration.name() + texts(enumeration.values());
    } else if (type instanceof DataType.Native text) {
      return text.text();
    } else if (type instanceof DataType.Variant variant) {
      return of(variant.type());
    }
    return withParameters(type);
  }

  private static String withParameters(DataType type) {
    if (type instanceof DataType.Numeric number) {
      return "numeric(" + number.precision() + ", " + number.scale() + ")";
    } else if (type instanceof DataType.Char text) {
      return "char(" + text.length() + ")";
    } else if (type instanceof DataType.Varchar text) {
      return "varchar(" + text.length() + ")";
    } else if (type instanceof DataType.Binary bytes) {
      return "binary(" + bytes.length() + ")";
    } else if (type instanceof DataType.Varbinary bytes) {
      return "varbinary(" + bytes.length() + ")";
    } else if (type instanceof DataType.Time time) {
      return "time(" + time.precision() + ")";
    } else if (type instanceof DataType.Timestamp timestamp) {
      return "timestamp(" + timestamp.precision() + ")";
    }
    DataType.TimestampWithTimeZone moment = (DataType.TimestampWithTimeZone) type;
    return "timestamp(" + moment.precision() + ") with time zone";
  }

  /** Returns where a column's value comes from; empty text for nowhere. */
  public static String of(ColumnValue value) {
    if (value instanceof ColumnValue.Default given) {
      return "default " + of(given.value());
    } else if (value instanceof ColumnValue.Identity identity) {
      return ("identity " + lower(identity.generation()) + " " + of(identity.options())).strip();
    } else if (value instanceof ColumnValue.Computed computed) {
      return "computed " + lower(computed.storage()) + " as (" + computed.expression() + ")";
    }
    return "";
  }

  /** Returns a value. */
  public static String of(SqlValue value) {
    if (value instanceof SqlValue.Constant constant) {
      return LiteralStyle.standard().render(constant.literal());
    } else if (value instanceof SqlValue.Computed computed) {
      return computed.expression().toString();
    } else if (value instanceof SqlValue.NextValue next) {
      return "next value of " + next.sequence();
    }
    return "current " + lower((SqlValue.Current) value);
  }

  /** Returns how a sequence counts; empty text for as by default. */
  public static String of(SequenceOptions options) {
    List<String> words = new ArrayList<>();
    options.start().ifPresent(number -> words.add("start " + number));
    options.increment().ifPresent(number -> words.add("increment " + number));
    options.minimum().ifPresent(number -> words.add("minimum " + number));
    options.maximum().ifPresent(number -> words.add("maximum " + number));
    options.cache().ifPresent(number -> words.add("cache " + number));
    if (options.wrap() == SequenceOptions.Wrap.CYCLE) {
      words.add("cycle");
    }
    return String.join(" ", words);
  }

  /** Returns a constraint with its kind and name. */
  public static String of(TableConstraint constraint) {
    String head = constraint.kind().words() + constraint.name().map(name -> " " + name).orElse("");
    if (constraint instanceof PrimaryKey key) {
      return head + names(key.columns()) + of(key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      String nulls =
          unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT ? " nulls not distinct" : "";
      return head + names(unique.columns()) + nulls + of(unique.deferrability());
    } else if (constraint instanceof CheckConstraint check) {
      return head + " (" + check.condition() + ")";
    } else if (constraint instanceof ForeignKey key) {
      return head + of(key);
    }
    ExclusionConstraint exclusion = (ExclusionConstraint) constraint;
    String elements =
        exclusion.elements().stream()
            .map(element -> of(element.part()) + " with " + element.operator())
            .collect(Collectors.joining(", ", " using " + exclusion.method() + " (", ")"));
    return head + elements + where(exclusion.where()) + of(exclusion.deferrability());
  }

  private static String of(ForeignKey key) {
    ForeignKey.Rules rules = key.rules();
    StringBuilder text = new StringBuilder(names(key.columns()));
    text.append(" references ").append(key.referredTable()).append(names(key.referredColumns()));
    if (rules.match() == ForeignKey.Match.FULL) {
      text.append(" match full");
    }
    if (rules.onDelete() != ReferentialAction.NO_ACTION) {
      text.append(" on delete ").append(lower(rules.onDelete()));
    }
    if (rules.onUpdate() != ReferentialAction.NO_ACTION) {
      text.append(" on update ").append(lower(rules.onUpdate()));
    }
    return text.append(of(rules.deferrability())).toString();
  }

  private static String of(Deferrability deferrability) {
    return deferrability == Deferrability.NOT_DEFERRABLE ? "" : " " + lower(deferrability);
  }

  /** Returns an index with its name. */
  public static String of(Index index) {
    Index.Details details = index.details();
    StringBuilder text = new StringBuilder(index.isUnique() ? "unique index" : "index");
    index.name().ifPresent(name -> text.append(' ').append(name));
    details.method().ifPresent(method -> text.append(" using ").append(method));
    text.append(
        index.parts().stream().map(SchemaWords::of).collect(Collectors.joining(", ", " (", ")")));
    if (!details.include().isEmpty()) {
      text.append(" include").append(names(details.include()));
    }
    if (index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT) {
      text.append(" nulls not distinct");
    }
    text.append(where(details.where()));
    return details.visibility() == Index.Visibility.INVISIBLE
        ? text.append(" invisible").toString()
        : text.toString();
  }

  /** Returns a part of an index. */
  public static String of(IndexPart part) {
    StringBuilder text =
        new StringBuilder(
            part.key() instanceof IndexPart.ColumnKey key
                ? key.column().toString()
                : "(" + ((IndexPart.ExpressionKey) part.key()).expression() + ")");
    part.prefixLength().ifPresent(length -> text.append('(').append(length).append(')'));
    part.operatorClass().ifPresent(name -> text.append(' ').append(name));
    if (part.order() == IndexPart.Order.DESCENDING) {
      text.append(" descending");
    }
    if (part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT) {
      text.append(" nulls ").append(lower(part.nulls()));
    }
    return text.toString();
  }

  /** Returns texts in quotes between parentheses. */
  public static String texts(List<String> texts) {
    return texts.stream()
        .map(text -> LiteralStyle.standard().render(SqlLiteral.text(text)))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String where(Optional<SqlExpression> condition) {
    return condition.map(text -> " where " + text).orElse("");
  }

  private static String names(List<Identifier> names) {
    return names.stream().map(Identifier::toString).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
