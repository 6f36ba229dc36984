package dev.anabranch.testkit.confluence;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Words before a parenthesis that change nothing: functions that every product has, and words of
 * the language. Any other may be a routine of the user's own.
 */
final class KnownFunctions {

  private static final Set<String> WORDS =
      new LinkedHashSet<>(
          Arrays.asList(
              """
              ABS ALL AND ANY ARRAY AS ASC AVG BETWEEN BIT_LENGTH BOOL_AND BOOL_OR BY CASE CAST CEIL
              CEILING CHAR CHAR_LENGTH CHARACTER_LENGTH COALESCE CONCAT CONCAT_WS CONFLICT CONVERT COUNT
              CURRENT_TIMESTAMP DATE DATE_ADD DATE_SUB DATE_TRUNC DATEDIFF DECIMAL DECODE DENSE_RANK
              DISTINCT ELSE EXCEPT EXISTS EXP EXTRACT FILTER FIRST_VALUE FLOOR FROM GEN_RANDOM_UUID
              GENERATE_SERIES GREATEST GROUP GROUP_CONCAT HAVING IF IFNULL IN INITCAP INTERSECT ISNULL
              JOIN KEY LAG LAST_VALUE LEAD LEAST LEFT LENGTH LISTAGG LN LOCALTIMESTAMP LOG LOWER LPAD
              LTRIM MATERIALIZED MAX MD5 MIN MINUS MOD NOT NOW NULLIF NUMERIC NVL NVL2 OCTET_LENGTH ON OR
              OVER PARTITION POSITION POWER RANDOM RANDOM_UUID RANK REGEXP_REPLACE REPEAT REPLACE
              REVERSE RIGHT ROUND ROW ROW_NUMBER RPAD RTRIM SELECT SET SIGN SOME SPLIT_PART SQRT STRING_AGG
              SUBSTR SUBSTRING SUM SYSDATE THEN TIMESTAMP TO_CHAR TO_DATE TO_NUMBER TO_TIMESTAMP
              TRANSLATE TRIM TRUNC UNION UPPER USING UUID VALUES VARCHAR WHEN WHERE WITH WITHIN
              """
                  .strip()
                  .split("\\s+")));

  private KnownFunctions() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
