package dev.anabranch.testkit.schema;

import dev.anabranch.dialect.Capability;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.DropSchema;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.IndexBuild;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.RenameSequence;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ExclusionConstraint;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which capabilities an operation asks for: a product that lacks one of them has to refuse it, and
 * one that has them all has to do it.
 *
 * <p>What forgives ({@code IF EXISTS}) is not among them: {@link Capability#IF_EXISTS} says that a
 * server can do it everywhere, and one that cannot may still do it here and there.
 */
public final class Requirements {

  private final List<String> dialectNames;
  private final EnumSet<Capability> found = EnumSet.noneOf(Capability.class);

  private Requirements(List<String> dialectNames) {
    this.dialectNames = dialectNames;
  }

  /**
   * Returns what an operation asks for.
   *
   * @param operation the operation
   * @param dialectNames the names of the product, the most specific first
   */
  public static Set<Capability> of(Operation operation, List<String> dialectNames) {
    Requirements requirements = new Requirements(dialectNames);
    requirements.add(operation);
    return Collections.unmodifiableSet(requirements.found);
  }

  private void when(boolean needed, Capability capability) {
    if (needed) {
      found.add(capability);
    }
  }

  private void add(Operation operation) {
    if (operation instanceof CreateTable create) {
      create.table().columns().forEach(this::column);
      create.table().constraints().forEach(this::constraint);
      create.table().indexes().forEach(this::index);
    } else if (operation instanceof AddColumn add) {
      column(add.column());
    } else if (operation instanceof AlterColumn alter) {
      alter.changes().forEach(this::change);
    } else if (operation instanceof AddConstraint add) {
      constraint(add.constraint());
    } else if (operation instanceof CreateIndex create) {
      index(create.index());
      build(create.build());
    } else if (operation instanceof DropIndex drop) {
      build(drop.build());
    } else if (operation instanceof OutsideTransaction block) {
      block.operations().forEach(this::add);
    } else {
      other(operation);
    }
  }

  private void other(Operation operation) {
    when(operation instanceof RenameIndex, Capability.RENAME_INDEX);
    when(operation instanceof RenameConstraint, Capability.RENAME_CONSTRAINT);
    when(operation instanceof RenameSequence, Capability.RENAME_SEQUENCE);
    when(
        operation instanceof CreateSequence
            || operation instanceof AlterSequence
            || operation instanceof DropSequence
            || operation instanceof RenameSequence,
        Capability.SEQUENCES);
    when(
        operation instanceof CreateSequence create && create.sequence().comment().isPresent(),
        Capability.SEQUENCE_COMMENTS);
    when(operation instanceof CreateSchema || operation instanceof DropSchema, Capability.SCHEMAS);
    when(
        operation instanceof CreateEnumType create && create.type().comment().isPresent(),
        Capability.ENUM_COMMENTS);
    when(operation instanceof AddEnumValue, Capability.ADD_ENUM_VALUE);
    when(
        operation instanceof AddEnumValue add && add.before().isPresent(),
        Capability.ENUM_VALUE_POSITION);
    if (operation instanceof CreateView create) {
      view(create.view());
    } else if (operation instanceof ReplaceView replace) {
      view(replace.to());
    } else if (operation instanceof DropView drop) {
      when(drop.kind() == View.Kind.MATERIALIZED, Capability.MATERIALIZED_VIEWS);
    }
  }

  private void view(View view) {
    when(view.kind() == View.Kind.MATERIALIZED, Capability.MATERIALIZED_VIEWS);
    when(view.comment().isPresent(), Capability.VIEW_COMMENTS);
  }

  private void build(IndexBuild build) {
    when(build == IndexBuild.ONLINE, Capability.ONLINE_INDEXES);
  }

  private void column(Column column) {
    type(column.type());
    value(column.value());
  }

  private void type(DataType written) {
    DataType type = written.forDialect(dialectNames);
    when(type instanceof DataType.Array, Capability.ARRAYS);
    when(type instanceof DataType.Time, Capability.TIME_OF_DAY);
    when(type instanceof DataType.Interval, Capability.INTERVALS);
    if (type instanceof DataType.Array array) {
      type(array.element());
    }
  }

  private void value(ColumnValue value) {
    if (value instanceof ColumnValue.Identity identity) {
      when(identity.generation() == ColumnValue.Generation.ALWAYS, Capability.IDENTITY_ALWAYS);
      when(!identity.options().equals(SequenceOptions.defaults()), Capability.IDENTITY_OPTIONS);
    } else if (value instanceof ColumnValue.Computed computed) {
      found.add(
          computed.storage() == ColumnValue.Storage.STORED
              ? Capability.STORED_COLUMNS
              : Capability.VIRTUAL_COLUMNS);
    } else if (value instanceof ColumnValue.Default given) {
      when(given.value() instanceof SqlValue.NextValue, Capability.SEQUENCES);
    }
  }

  private void change(ColumnChange change) {
    if (change instanceof ColumnChange.Type type) {
      type(type.to());
      when(type.using().isPresent(), Capability.TYPE_CHANGE_RULES);
    } else if (change instanceof ColumnChange.Value value) {
      value(value.to());
      when(
          value.to() instanceof ColumnValue.Identity
              || value.from().filter(ColumnValue.Identity.class::isInstance).isPresent(),
          Capability.ALTER_IDENTITY);
    }
  }

  private void constraint(TableConstraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      deferrability(key.deferrability());
    } else if (constraint instanceof UniqueConstraint unique) {
      deferrability(unique.deferrability());
      when(unique.nulls() == UniqueConstraint.Nulls.NOT_DISTINCT, Capability.NULLS_NOT_DISTINCT);
    } else if (constraint instanceof ForeignKey key) {
      ForeignKey.Rules rules = key.rules();
      deferrability(rules.deferrability());
      when(rules.onUpdate() != ReferentialAction.NO_ACTION, Capability.ON_UPDATE);
      when(
          rules.onUpdate() == ReferentialAction.SET_DEFAULT
              || rules.onDelete() == ReferentialAction.SET_DEFAULT,
          Capability.SET_DEFAULT_ACTION);
      when(rules.match() == ForeignKey.Match.FULL, Capability.MATCH_FULL);
    } else if (constraint instanceof ExclusionConstraint exclusion) {
      deferrability(exclusion.deferrability());
      found.add(Capability.EXCLUSION_CONSTRAINTS);
    }
  }

  private void deferrability(Deferrability deferrability) {
    when(deferrability != Deferrability.NOT_DEFERRABLE, Capability.DEFERRABLE_CONSTRAINTS);
  }

  private void index(Index index) {
    Index.Details details = index.details();
    index.parts().forEach(this::part);
    when(
        index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT,
        Capability.NULLS_NOT_DISTINCT);
    when(!details.include().isEmpty(), Capability.INCLUDED_COLUMNS);
    when(details.where().isPresent(), Capability.PARTIAL_INDEXES);
    when(details.visibility() == Index.Visibility.INVISIBLE, Capability.INVISIBLE_INDEXES);
  }

  private void part(IndexPart part) {
    when(part.key() instanceof IndexPart.ExpressionKey, Capability.EXPRESSION_INDEXES);
    when(part.nulls() != IndexPart.Nulls.AS_BY_DEFAULT, Capability.NULLS_ORDER);
    when(part.prefixLength().isPresent(), Capability.INDEX_PREFIXES);
  }
}
