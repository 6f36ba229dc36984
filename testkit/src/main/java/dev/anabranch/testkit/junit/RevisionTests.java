package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A class that proves every revision of a project: up, down and up again, with rows in the tables,
 * on each product, and more where {@link #proves} says so. It needs nothing else.
 *
 * <pre>{@code
 * @RevisionTests(locations = "src/main/resources/db/revisions", products = {"h2", "postgresql"})
 * class RevisionsTest {}
 * }</pre>
 *
 * <p>There is one test for each product, revision and check, named as in {@code postgresql ›
 * ae1027a6acf0 add last order › downgrade}. All products are verified at once, each in a thread of
 * its own; the tests appear as results come in. A product without a server is one test that is
 * skipped, or fails where {@code anabranch.test.require} names the product. {@code @Tag} and
 * {@code @Disabled} count as on any test class.
 *
 * <p>A class that has checks or rows of its own implements {@link VerificationSettings}. The tests
 * are found and run by a {@linkplain RevisionTestEngine test engine} of the testkit; {@link
 * RevisionTestNodes} makes the same tests for a {@code @TestFactory} method.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Testable
public @interface RevisionTests {

  /**
   * Returns where the revisions stand: folders, relative to the working directory of the tests, or
   * {@code classpath:} and a folder or package.
   */
  String[] locations();

  /** Returns the names of the products, such as {@code postgresql}, in the order of the report. */
  String[] products();

  /** Returns how many rows each table is filled with; 0 for the structure alone. */
  int rows() default VerificationOptions.DEFAULT_ROWS;

  /** Returns what the rows are made from; the same rows each time. */
  long seed() default VerificationOptions.DEFAULT_SEED;

  /**
   * Returns what is proved: that each revision goes up, down and up again; that the order of
   * branches makes no difference, with a test for each place where branches come together; that
   * each product gets the same as the first one that has a server.
   */
  Property[] proves() default Property.ROUND_TRIP;

  /**
   * Returns the file of what products may have differently, relative to the working directory of
   * the tests: on each line {@code subject | aspect | reason}. Empty for none; goes with {@link
   * Property#EQUIVALENCE} only.
   */
  String allowedDifferences() default "";

  /**
   * Returns target expressions for the heads that are allowed, or {@code heads} for any; none for
   * one head, whichever.
   */
  String[] heads() default {};
}
