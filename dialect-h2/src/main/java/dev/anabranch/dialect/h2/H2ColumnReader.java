package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of {@code INFORMATION_SCHEMA.COLUMNS}. */
record H2ColumnReader(H2Catalogue catalogue, H2TypeReader types, H2Defaults defaults) {

  H2ColumnReader(H2Catalogue catalogue, H2TypeReader types) {
    this(catalogue, types, new H2Defaults(catalogue));
  }

  Column read(ResultSet row, ObjectName table) throws SQLException {
    return new Column(
        catalogue.name(row.getString("COLUMN_NAME")),
        types.ofColumn(row, table),
        row.getString("IS_NULLABLE").equals("YES") ? Nullability.NULLABLE : Nullability.NOT_NULL,
        value(row),
        H2Catalogue.text(row, "REMARKS"),
        Optional.empty(),
        options(row));
  }

  private ColumnValue value(ResultSet row) throws SQLException {
    if (row.getString("IS_IDENTITY").equals("YES")) {
      return new ColumnValue.Identity(
          row.getString("IDENTITY_GENERATION").equals("ALWAYS")
              ? ColumnValue.Generation.ALWAYS
              : ColumnValue.Generation.BY_DEFAULT,
          H2SequenceReader.ofIdentity(row));
    } else if (row.getString("IS_GENERATED").equals("ALWAYS")) {
      return new ColumnValue.Computed(
          SqlExpression.of(row.getString("GENERATION_EXPRESSION")), ColumnValue.Storage.STORED);
    }
    return H2Catalogue.text(row, "COLUMN_DEFAULT").map(defaults::read).orElseGet(ColumnValue::none);
  }

  private static DialectOptions options(ResultSet row) throws SQLException {
    DialectOptions options = DialectOptions.none();
    Optional<String> onUpdate = H2Catalogue.text(row, "COLUMN_ON_UPDATE");
    if (onUpdate.isPresent()) {
      options = options.with(H2DialectProvider.PRODUCT, H2Options.ON_UPDATE, onUpdate.get());
    }
    if (row.getBoolean("DEFAULT_ON_NULL")) {
      options = options.with(H2DialectProvider.PRODUCT, H2Options.ON_NULL, H2Options.DEFAULT);
    }
    if (!row.getBoolean("IS_VISIBLE")) {
      options = options.with(H2DialectProvider.PRODUCT, H2Options.VISIBILITY, H2Options.INVISIBLE);
    }
    return options;
  }
}
