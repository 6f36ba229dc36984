/**
 * MySQL 8.0 and newer, and MariaDB 10.6 and newer: two products of one family.
 *
 * <p>Which of the two a connection leads to is asked from the server, whatever driver and URL are
 * used. Where they differ, a {@link dev.anabranch.dialect.mysql.MysqlServer} is asked a narrow
 * question. A revision's section for {@code mysql} serves both, and one for {@code mariadb} goes
 * before it on MariaDB.
 *
 * <p>Both servers commit every DDL statement by themselves, so that a revision with DDL runs in
 * units.
 */
@NullMarked
package dev.anabranch.dialect.mysql;

import org.jspecify.annotations.NullMarked;
