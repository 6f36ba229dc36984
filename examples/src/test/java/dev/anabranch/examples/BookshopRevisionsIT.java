package dev.anabranch.examples;

import dev.anabranch.testkit.junit.RevisionTests;
import dev.anabranch.testkit.project.Property;

/**
 * Every revision of the bookshop, up, down and up again with rows, on every product, in every order
 * that branches allow, and the same on all of them.
 */
@RevisionTests(
    locations = "bookshop/revisions",
    products = {"h2", "postgresql", "mysql", "mariadb"},
    proves = {Property.ROUND_TRIP, Property.CONFLUENCE, Property.EQUIVALENCE},
    allowedDifferences = "bookshop/allowed-differences.txt",
    heads = "heads")
class BookshopRevisionsIT {}
