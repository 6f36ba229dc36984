package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.ServerFault;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlErrorsTest {

  private static String described(int code, String state, String message) {
    return MysqlErrors.INSTANCE.describe(new SQLException(message, state, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1062 | 23000 | Duplicate entry 'v' for key 't.k'                                | Duplicate entry for key 't.k'
          1062 | 23000 | Duplicate entry 'v' for key 'x' for key 't.k'                    | Duplicate entry for key 't.k'
          1062 | 23000 | (conn=42) Duplicate entry 'v\\nv' for key 'k'                    | Duplicate entry for key 'k'
          1062 | 23000 | Doppelter Eintrag 'v' f\u00fcr Schl\u00fcssel 'k'                | Doppelter Eintrag 'k'
          1366 | HY000 | Incorrect integer value: 'v' for column 'c' at row 1             | Incorrect integer value for column 'c' at row 1
          1366 | 22007 | Incorrect integer value: 'v' for column `d`.`t`.`c` at row 12    | Incorrect integer value for column `d`.`t`.`c` at row 12
          1366 | HY000 | Incorrect integer value: 'v' for column 'x' at row 1' for column 'c' at row 1 | Incorrect integer value for column 'c' at row 1
          1292 | 22007 | Truncated incorrect DOUBLE value: 'v'                            | Truncated incorrect DOUBLE value
          1292 | 22007 | Incorrect date value: 'v'v'                                      | Incorrect date value
          1411 | HY000 | Incorrect datetime value: 'v' for function str_to_date           | Incorrect datetime value: ... for function str_to_date
          1526 | HY000 | Table has no partition for value 98765                           | Table has no partition
          1105 | HY000 | XPATH syntax error: '~v'                                         | XPATH syntax error
          1690 | 22003 | BIGINT value is out of range in '(1 + v)'                        | BIGINT value is out of range in ...
          1406 | 22001 | Data too long for column 'c' at row 1                            | Data too long for column 'c' at row 1
          1264 | 22003 | Out of range value for column 'c' at row 1                       | Out of range value for column 'c' at row 1
          1048 | 23000 | Column 'c' cannot be null                                        | Column 'c' cannot be null
          1146 | 42S02 | Table 'd.t' doesn't exist                                        | Table 'd.t' doesn't exist
          """)
  void namesAreKeptAndValuesAreNot(int code, String state, String message, String expected) {
    assertThat(described(code, state, message.replace("\\n", "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1205, 41000, LOCK_TIMEOUT",
    "1213, 40001, LOCK_TIMEOUT",
    "3572, HY000, LOCK_TIMEOUT",
    "1052, 23000, OTHER",
    "1364, HY000, CONSTRAINT_VIOLATION",
    "4025, 23000, CONSTRAINT_VIOLATION",
    "1044, 42000, PERMISSION_DENIED",
    "1045, 28000, AUTHENTICATION_FAILED",
    "1251, 08004, AUTHENTICATION_FAILED",
    "1049, 42000, UNKNOWN_DATABASE",
    "1040, 08004, UNREACHABLE",
    "1053, 08S01, CONNECTION_LOST",
    "4031, HY000, CONNECTION_LOST",
    "0, 08S01, CONNECTION_LOST",
    "0, 08000, CONNECTION_LOST",
    "1317, 70100, CANCELLED",
    "1969, 70100, CANCELLED",
    "3024, HY000, CANCELLED",
    "1694, HY000, NOT_IN_TRANSACTION",
    "1091, 42000, MISSING_OBJECT",
    "1061, 42000, ALREADY_EXISTS",
    "1105, HY000, OTHER"
  })
  void faultsAreReadByNumberBeforeState(int code, String state, ServerFault fault) {
    assertThat(MysqlErrors.INSTANCE.classify(new SQLException("message", state, code)))
        .isEqualTo(fault);
  }

  @Test
  void aConnectionThatNeverCameAboutIsToldFromOneThatBroke() {
    SQLException never =
        new SQLException(
            "link failure", "08S01", 0, new Exception(new ConnectException("refused")));

    assertThat(MysqlErrors.INSTANCE.classify(never)).isEqualTo(ServerFault.UNREACHABLE);
    assertThat(MysqlErrors.INSTANCE.classify(new SQLException("?", (String) null)))
        .isEqualTo(ServerFault.OTHER);
  }
}
