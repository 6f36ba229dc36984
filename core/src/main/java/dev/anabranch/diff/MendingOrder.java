package dev.anabranch.diff;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.AlterSequence;
import dev.anabranch.operation.ChangeTableComment;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateIndex;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.DropConstraint;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.DropIndex;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.RenameColumn;
import dev.anabranch.operation.RenameConstraint;
import dev.anabranch.operation.RenameIndex;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which operations that mend a schema can run: each once, what leans on a thing
 * dropped before it and made behind it.
 */
final class MendingOrder {

  /** What happens when; one stage is over before the next begins. */
  private enum Stage {
    DROP_VIEWS,
    DROP_FOREIGN_KEYS,
    DROP_INDEXES,
    DROP_CONSTRAINTS,
    DROP_TABLES,
    DROP_COMPUTED_COLUMNS,
    DROP_COLUMNS,
    RENAME,
    RENAME_COLUMNS,
    ENUM_TYPES,
    SEQUENCES,
    CREATE_TABLES,
    ADD_COLUMNS,
    ALTER_COLUMNS,
    COMMENT_TABLES,
    ADD_PRIMARY_KEYS,
    ADD_CONSTRAINTS,
    CREATE_INDEXES,
    ADD_FOREIGN_KEYS,
    CREATE_VIEWS,
    // Behind the columns that drew numbers from them or had the type.
    DROP_SEQUENCES,
    DROP_ENUM_TYPES
  }

  private static final Map<Class<? extends Operation>, Stage> STAGES =
      Map.ofEntries(
          Map.entry(DropView.class, Stage.DROP_VIEWS),
          Map.entry(DropIndex.class, Stage.DROP_INDEXES),
          Map.entry(DropTable.class, Stage.DROP_TABLES),
          Map.entry(RenameConstraint.class, Stage.RENAME),
          Map.entry(RenameIndex.class, Stage.RENAME),
          Map.entry(RenameColumn.class, Stage.RENAME_COLUMNS),
          Map.entry(CreateEnumType.class, Stage.ENUM_TYPES),
          Map.entry(AddEnumValue.class, Stage.ENUM_TYPES),
          Map.entry(CreateSequence.class, Stage.SEQUENCES),
          Map.entry(AlterSequence.class, Stage.SEQUENCES),
          Map.entry(CreateTable.class, Stage.CREATE_TABLES),
          Map.entry(AddColumn.class, Stage.ADD_COLUMNS),
          Map.entry(AlterColumn.class, Stage.ALTER_COLUMNS),
          Map.entry(ChangeTableComment.class, Stage.COMMENT_TABLES),
          Map.entry(CreateIndex.class, Stage.CREATE_INDEXES),
          Map.entry(CreateView.class, Stage.CREATE_VIEWS),
          Map.entry(ReplaceView.class, Stage.CREATE_VIEWS),
          Map.entry(DropSequence.class, Stage.DROP_SEQUENCES),
          Map.entry(DropEnumType.class, Stage.DROP_ENUM_TYPES));

  private MendingOrder() {}

  /**
   * Returns operations in the order in which they can run.
   *
   * @param operations of any number of differences, in any order, some of them several times
   */
  static List<Operation> of(Collection<Operation> operations) {
    Collection<Operation> once = withoutRebuilt(new LinkedHashSet<>(operations));
    Map<Operation, Integer> ranks = viewRanks(once);
    return once.stream()
        .sorted(
            Comparator.comparing(MendingOrder::stage)
                .thenComparing(operation -> ranks.getOrDefault(operation, 0)))
        .toList();
  }

  /** Takes out what renames or replaces a thing that is dropped and made anew as well. */
  private static Collection<Operation> withoutRebuilt(Set<Operation> operations) {
    Set<QualifiedName> views = new HashSet<>();
    Map<QualifiedName, Set<Identifier>> constraints = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof DropView drop) {
        views.add(drop.name());
      } else if (operation instanceof DropConstraint drop) {
        constraints.computeIfAbsent(drop.table(), table -> new HashSet<>()).add(drop.name());
      }
    }
    operations.removeIf(
        operation ->
            (operation instanceof ReplaceView replace && views.contains(replace.to().name()))
                || (operation instanceof RenameConstraint rename
                    && constraints.getOrDefault(rename.table(), Set.of()).contains(rename.from())));
    return operations;
  }

  private static Stage stage(Operation operation) {
    if (operation instanceof DropConstraint drop) {
      return drop.kind() == TableConstraint.Kind.FOREIGN_KEY
          ? Stage.DROP_FOREIGN_KEYS
          : Stage.DROP_CONSTRAINTS;
    } else if (operation instanceof AddConstraint add) {
      return switch (add.constraint().kind()) {
        case PRIMARY_KEY -> Stage.ADD_PRIMARY_KEYS;
        case FOREIGN_KEY -> Stage.ADD_FOREIGN_KEYS;
        case UNIQUE, CHECK, EXCLUSION -> Stage.ADD_CONSTRAINTS;
      };
    } else if (operation instanceof DropColumn drop) {
      return drop.definition()
              .filter(column -> column.value() instanceof ColumnValue.Computed)
              .isPresent()
          ? Stage.DROP_COMPUTED_COLUMNS
          : Stage.DROP_COLUMNS;
    }
    return STAGES.getOrDefault(operation.getClass(), Stage.ALTER_COLUMNS);
  }

  // Views are made behind those that they use, and dropped before them.
  private static Map<Operation, Integer> viewRanks(Collection<Operation> operations) {
    Map<View, Operation> drops = new LinkedHashMap<>();
    Map<View, Operation> creations = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof DropView drop) {
        drop.definition().ifPresent(view -> drops.put(view, drop));
      } else if (operation instanceof CreateView create) {
        creations.put(create.view(), create);
      } else if (operation instanceof ReplaceView replace) {
        creations.put(replace.to(), replace);
      }
    }
    Map<Operation, Integer> ranks = new HashMap<>();
    List<View> dropped = Mentions.usedFirst(drops.keySet());
    dropped.forEach(view -> ranks.put(drops.get(view), -ranks.size()));
    List<View> made = Mentions.usedFirst(creations.keySet());
    made.forEach(view -> ranks.put(creations.get(view), ranks.size()));
    return ranks;
  }
}
