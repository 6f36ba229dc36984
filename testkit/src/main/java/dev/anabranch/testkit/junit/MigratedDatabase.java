package dev.anabranch.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class, method or parameter whose database is migrated by the project's own revisions.
 *
 * <pre>{@code
 * @MigratedDatabase(locations = "src/main/resources/db/revisions", product = "postgresql")
 * class CustomersTest {
 *   @Test
 *   void areStored(DataSource dataSource) { ... }
 * }
 * }</pre>
 *
 * <p>Test, {@code @BeforeEach} and {@code @AfterEach} methods may take a {@link
 * dev.anabranch.testkit.server.TestDatabase}, a {@link javax.sql.DataSource} or a {@link
 * java.sql.Connection}: all of one test lead to the same database, which is new for each test and
 * dropped after it; a method that takes two {@code TestDatabase} receives two, and so does a
 * parameter with an annotation that says something else. A connection is closed after the test.
 * {@code @BeforeAll} methods receive a database for the class, apart from those of the tests.
 *
 * <p>The revisions run once in a JVM; each database is a copy of what they made, in milliseconds.
 * The nearest annotation counts: on a parameter before one on its method, on a method before one on
 * a class. Without a server the test is skipped or fails, as {@link RequiresServer} tells.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

  /**
   * Returns where the revisions stand: folders, relative to the working directory of the tests, or
   * {@code classpath:} and a folder or package.
   */
  String[] locations();

  /** Returns how far to migrate: a target expression. */
  String target() default "heads";

  /**
   * Returns the product's name, such as {@code postgresql}; empty for that of {@link
   * RequiresServer} or {@link EachServer}.
   */
  String product() default "";
}
