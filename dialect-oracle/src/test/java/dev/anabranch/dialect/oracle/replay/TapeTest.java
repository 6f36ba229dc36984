package dev.anabranch.dialect.oracle.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {

  @Test
  void answersAreGivenOnceAndInOrder() throws SQLException {
    Tape tape =
        new Tape().fails("DROP TABLE a", 54, "61000", "ORA-00054: busy").done("DROP  TABLE a");

    Statement statement = tape.connection().createStatement();

    assertThatThrownBy(() -> statement.execute("DROP TABLE a")).hasMessage("ORA-00054: busy");
    statement.execute("DROP\nTABLE a");
    assertThat(tape.unused()).isEmpty();
    assertThatThrownBy(() -> statement.execute("DROP TABLE a"))
        .hasMessage("not on the tape: DROP TABLE a with []");
  }

  @Test
  void parametersCount() throws SQLException {
    Tape tape = new Tape().rows("SELECT a FROM b WHERE c = ?", List.of("x"), Row.of(1));
    PreparedStatement query = tape.connection().prepareStatement("SELECT a FROM b WHERE c = ?");
    query.setString(1, "x");
    ResultSet row = query.executeQuery();
    assertThat(row.next()).isTrue();
    assertThat(row.getInt(1)).isEqualTo(1);
    assertThat(row.next()).isFalse();
  }

  @Test
  void anEmptyTextIsNullAndALongIsReadOnceInItsPlace() throws SQLException {
    Tape tape =
        new Tape()
            .rows("SELECT", List.of(), Row.of("", new Row.LongText("x"), 2))
            .rows("SELECT", List.of(), Row.of("", new Row.LongText("x"), 2));
    ResultSet row = tape.connection().createStatement().executeQuery("SELECT");
    row.next();
    assertThat(row.getString(1)).isNull();
    assertThat(row.wasNull()).isTrue();
    assertThat(row.getString(2)).isEqualTo("x");
    assertThatThrownBy(() -> row.getString(2)).hasMessageContaining("ORA-17027");

    ResultSet other = tape.connection().createStatement().executeQuery("SELECT");
    other.next();
    assertThat(other.getInt(3)).isEqualTo(2);
    assertThatThrownBy(() -> other.getString(2)).hasMessageContaining("ORA-17027");
  }
}
