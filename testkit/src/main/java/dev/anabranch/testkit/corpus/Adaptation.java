package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.DropColumn;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.DropSequence;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;
import dev.anabranch.sql.QualifiedName;
import java.util.Optional;

/**
 * Lets an operation speak of what a product has and not of what others have: where something was
 * left out before, the definition of what is dropped is another one.
 *
 * @param schema what the product has been asked for
 */
record Adaptation(DatabaseSchema schema) {

  Operation of(Operation operation) {
    if (operation instanceof DropTable drop) {
      return new DropTable(drop.name(), drop.existence(), schema.table(drop.name()));
    } else if (operation instanceof DropView drop) {
      return new DropView(drop.name(), drop.kind(), drop.existence(), schema.view(drop.name()));
    } else if (operation instanceof ReplaceView replace) {
      return new ReplaceView(replace.to(), schema.view(replace.to().name()));
    } else if (operation instanceof DropEnumType drop) {
      return new DropEnumType(drop.name(), drop.existence(), type(drop.name()));
    } else if (operation instanceof DropSequence drop) {
      return new DropSequence(drop.name(), drop.existence(), schema.sequence(drop.name()));
    } else if (operation instanceof DropColumn drop) {
      return new DropColumn(
          drop.table(),
          drop.name(),
          drop.existence(),
          schema.table(drop.table()).flatMap(table -> table.column(drop.name())));
    } else if (operation instanceof AddColumn add) {
      return new AddColumn(add.table(), adapted(add.column()), add.existence());
    }
    return operation;
  }

  private Optional<EnumType> type(QualifiedName name) {
    return schema.enumTypes().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  // A value may have been refused to the type.
  private Column adapted(Column column) {
    if (!(column.type() instanceof DataType.Enumeration enumeration)) {
      return column;
    }
    return type(enumeration.name())
        .map(EnumType::values)
        .map(values -> column.withType(new DataType.Enumeration(enumeration.name(), values)))
        .orElse(column);
  }
}
