package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.DropTable;
import dev.anabranch.operation.DropView;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.EnumType;

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
    } else if (operation instanceof AddColumn add) {
      return new AddColumn(add.table(), adapted(add.column()), add.existence());
    }
    return operation;
  }

  // A value may have been refused to the type.
  private Column adapted(Column column) {
    if (!(column.type() instanceof DataType.Enumeration enumeration)) {
      return column;
    }
    return schema.enumTypes().stream()
        .filter(type -> type.name().equals(enumeration.name()))
        .findFirst()
        .map(EnumType::values)
        .map(values -> column.withType(new DataType.Enumeration(enumeration.name(), values)))
        .orElse(column);
  }
}
