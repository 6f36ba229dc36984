package dev.anabranch.dialect.postgres;

/**
 * Queries for everything that no operation models: each returns kind, schema, name, definition, and
 * the table or view that the object belongs to, or 0.
 *
 * <p>They see two tables of the query that holds them: {@code scope} with the schemas that are read
 * and {@code members} with the members of extensions.
 */
final class PostgresOtherQueries {

  static final String ROUTINES =
      """
      SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
          WHEN 'w' THEN 'window function' ELSE 'function' END,
        s.name, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
        CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid)
          ELSE (SELECT pg_catalog.concat_ws(', ', 'SFUNC = ' || g.aggtransfn::pg_catalog.text,
              'STYPE = ' || pg_catalog.format_type(g.aggtranstype, NULL),
              CASE WHEN g.aggfinalfn <> 0 THEN 'FINALFUNC = ' || g.aggfinalfn::pg_catalog.text END,
              CASE WHEN g.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || g.aggcombinefn::pg_catalog.text END,
              CASE WHEN g.aggmtransfn <> 0 THEN 'MSFUNC = ' || g.aggmtransfn::pg_catalog.text END,
              CASE WHEN g.aggsortop <> 0 THEN 'SORTOP = ' || g.aggsortop::pg_catalog.regoper::pg_catalog.text END,
              'INITCOND = ' || pg_catalog.quote_literal(g.agginitval), 'KIND = ' || g.aggkind::pg_catalog.text,
              'PARALLEL = ' || p.proparallel::pg_catalog.text)
            FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid) END, 0
      FROM pg_catalog.pg_proc p JOIN scope s ON s.oid = p.pronamespace
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = p.tableoid
        AND d.objid = p.oid AND d.deptype IN ('e', 'i'))""";

  static final String TRIGGERS =
      """
      SELECT 'trigger', s.name, c.relname || '.' || t.tgname, pg_catalog.concat_ws(' ',
          pg_catalog.pg_get_triggerdef(t.oid, true),
          CASE t.tgenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'ENABLED REPLICA'
            WHEN 'A' THEN 'ENABLED ALWAYS' END), c.oid
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
        JOIN scope s ON s.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND t.tgparentid = 0
        AND (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String RULES =
      """
      SELECT 'rule', s.name, c.relname || '.' || r.rulename, pg_catalog.concat_ws(' ',
          pg_catalog.pg_get_ruledef(r.oid, true),
          CASE r.ev_enabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'ENABLED REPLICA'
            WHEN 'A' THEN 'ENABLED ALWAYS' END), c.oid
      FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
        JOIN scope s ON s.oid = c.relnamespace
      WHERE r.rulename <> '_RETURN'
        AND (r.tableoid, r.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String POLICIES =
      """
      SELECT 'row level security policy', s.name, c.relname || '.' || p.polname,
        pg_catalog.concat_ws(' ', CASE WHEN p.polpermissive THEN 'AS PERMISSIVE' ELSE 'AS RESTRICTIVE' END,
          'FOR ' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
            WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
          'TO ' || (SELECT pg_catalog.string_agg(role.name, ', ' ORDER BY role.name)
            FROM (SELECT CASE WHEN r.oid = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(r.oid)::pg_catalog.text END
              FROM pg_catalog.unnest(p.polroles) r(oid)) role(name)),
          'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
          'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'), c.oid
      FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
        JOIN scope s ON s.oid = c.relnamespace""";

  static final String PARTITIONS =
      """
      SELECT 'partition', s.name, c.relname, pg_catalog.concat_ws(E'\\n',
          'PARTITION OF ' || h.inhparent::pg_catalog.regclass::pg_catalog.text || ' '
            || pg_catalog.pg_get_expr(c.relpartbound, c.oid),
          'PARTITION BY ' || CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
          'WITH (' || pg_catalog.array_to_string(c.reloptions, ', ') || ')',
          'TABLESPACE ' || (SELECT ts.spcname FROM pg_catalog.pg_tablespace ts WHERE ts.oid = c.reltablespace),
          (SELECT pg_catalog.string_agg(k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname)
            FROM pg_catalog.pg_constraint k
            WHERE k.conrelid = c.oid AND k.conislocal AND k.conparentid = 0 AND k.contype <> 'n'),
          (SELECT pg_catalog.string_agg(pg_catalog.pg_get_indexdef(i.indexrelid), E'\\n' ORDER BY ic.relname)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
            WHERE i.indrelid = c.oid AND NOT ic.relispartition AND NOT EXISTS (SELECT
              FROM pg_catalog.pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))),
          (SELECT pg_catalog.string_agg('DEFAULT ' || a.attname || ' ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), E'\\n' ORDER BY a.attnum)
            FROM pg_catalog.pg_attrdef d
              JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
              LEFT JOIN pg_catalog.pg_attribute pa ON pa.attrelid = h.inhparent AND pa.attname = a.attname
              LEFT JOIN pg_catalog.pg_attrdef pd ON pd.adrelid = pa.attrelid AND pd.adnum = pa.attnum
            WHERE d.adrelid = c.oid AND pg_catalog.pg_get_expr(d.adbin, d.adrelid)
              IS DISTINCT FROM pg_catalog.pg_get_expr(pd.adbin, pd.adrelid))), c.oid
      FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace
        JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
      WHERE c.relispartition AND c.relkind IN ('r', 'p')""";

  static final String INHERITANCE =
      """
      SELECT 'inheritance', s.name, c.relname, 'INHERITS ('
          || pg_catalog.string_agg(h.inhparent::pg_catalog.regclass::pg_catalog.text, ', ' ORDER BY h.inhseqno) || ')', c.oid
      FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace
        JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
      WHERE NOT c.relispartition AND c.relkind IN ('r', 'p', 'f')
      GROUP BY s.name, c.relname, c.oid
      UNION ALL
      SELECT 'typed table', s.name, c.relname, 'OF ' || pg_catalog.format_type(c.reloftype, NULL), c.oid
      FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace
      WHERE c.reloftype <> 0
      UNION ALL
      SELECT 'replica identity', s.name, c.relname,
        CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' END, c.oid
      FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace
      WHERE c.relreplident IN ('f', 'n') AND c.relkind IN ('r', 'p')""";

  static final String FOREIGN_TABLES =
      """
      SELECT 'foreign table', s.name, c.relname, pg_catalog.concat_ws(E'\\n',
          'SERVER ' || sv.srvname, 'OPTIONS (' || pg_catalog.array_to_string(ft.ftoptions, ', ') || ')',
          'PARTITION OF ' || (SELECT h.inhparent::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_inherits h
            WHERE h.inhrelid = c.oid AND c.relispartition) || ' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid),
          (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN 'NOT NULL' END,
              'OPTIONS (' || pg_catalog.array_to_string(a.attfdwoptions, ', ') || ')',
              'DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)), E'\\n' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute a
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
          (SELECT pg_catalog.string_agg(k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname)
            FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n')), c.oid
      FROM pg_catalog.pg_foreign_table ft JOIN pg_catalog.pg_class c ON c.oid = ft.ftrelid
        JOIN scope s ON s.oid = c.relnamespace
        JOIN pg_catalog.pg_foreign_server sv ON sv.oid = ft.ftserver""";

  static final String TYPES =
      """
      SELECT 'domain', s.name, t.typname, pg_catalog.concat_ws(' ',
          pg_catalog.format_type(t.typbasetype, t.typtypmod),
          (SELECT 'COLLATE ' || pg_catalog.quote_ident(co.collname) FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
            WHERE co.oid = t.typcollation AND t.typcollation <> b.typcollation),
          'DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN 'NOT NULL' END,
          (SELECT pg_catalog.string_agg('CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' '
              || pg_catalog.pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname)
            FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype <> 'n')), 0
      FROM pg_catalog.pg_type t JOIN scope s ON s.oid = t.typnamespace
      WHERE t.typtype = 'd' AND (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'composite type', s.name, t.typname, COALESCE((SELECT pg_catalog.string_agg(
          pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), ''), 0
      FROM pg_catalog.pg_type t JOIN scope s ON s.oid = t.typnamespace
        JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
      WHERE t.typtype = 'c' AND (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'range type', s.name, t.typname, pg_catalog.concat_ws(', ',
          'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL),
          (SELECT 'SUBTYPE_OPCLASS = ' || o.opcname FROM pg_catalog.pg_opclass o WHERE o.oid = r.rngsubopc),
          (SELECT 'COLLATION = ' || co.collname FROM pg_catalog.pg_collation co
            JOIN pg_catalog.pg_type b ON b.oid = r.rngsubtype
            WHERE co.oid = r.rngcollation AND co.oid <> b.typcollation),
          CASE WHEN r.rngcanonical <> 0 THEN 'CANONICAL = ' || r.rngcanonical::pg_catalog.text END,
          CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::pg_catalog.text END,
          'MULTIRANGE = ' || (SELECT m.typname FROM pg_catalog.pg_type m WHERE m.oid = {multirange})), 0
      FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
        JOIN scope s ON s.oid = t.typnamespace
      WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'base type', s.name, t.typname, pg_catalog.concat_ws(', ', 'INPUT = ' || t.typinput::pg_catalog.text,
          'OUTPUT = ' || t.typoutput::pg_catalog.text, 'LENGTH = ' || t.typlen, 'CATEGORY = ' || t.typcategory::pg_catalog.text), 0
      FROM pg_catalog.pg_type t JOIN scope s ON s.oid = t.typnamespace
      WHERE t.typtype = 'b' AND t.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_type el WHERE el.oid = t.typelem AND el.typarray = t.oid)
        AND (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String OPERATORS =
      """
      SELECT 'operator', s.name, o.oprname || '(' || pg_catalog.concat_ws(', ',
          CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END,
          CASE WHEN o.oprright <> 0 THEN pg_catalog.format_type(o.oprright, NULL) END) || ')',
        pg_catalog.concat_ws(', ', 'FUNCTION = ' || o.oprcode::pg_catalog.text,
          CASE WHEN o.oprcom <> 0 THEN 'COMMUTATOR = ' || o.oprcom::pg_catalog.regoper::pg_catalog.text END,
          CASE WHEN o.oprnegate <> 0 THEN 'NEGATOR = ' || o.oprnegate::pg_catalog.regoper::pg_catalog.text END,
          CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest::pg_catalog.text END,
          CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin::pg_catalog.text END,
          CASE WHEN o.oprcanmerge THEN 'MERGES' END, CASE WHEN o.oprcanhash THEN 'HASHES' END), 0
      FROM pg_catalog.pg_operator o JOIN scope s ON s.oid = o.oprnamespace
      WHERE (o.tableoid, o.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'operator class', s.name, o.opcname || ' USING ' || am.amname, pg_catalog.concat_ws(' ',
          'FOR TYPE ' || pg_catalog.format_type(o.opcintype, NULL), CASE WHEN o.opcdefault THEN 'DEFAULT' END,
          'FAMILY ' || f.opfname), 0
      FROM pg_catalog.pg_opclass o JOIN scope s ON s.oid = o.opcnamespace
        JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod JOIN pg_catalog.pg_opfamily f ON f.oid = o.opcfamily
      WHERE (o.tableoid, o.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'operator family', s.name, f.opfname || ' USING ' || am.amname, pg_catalog.concat_ws(', ',
          (SELECT pg_catalog.string_agg(ao.amopstrategy || ' ' || ao.amopopr::pg_catalog.regoperator::pg_catalog.text, ', '
              ORDER BY ao.amopstrategy, ao.amopopr::pg_catalog.regoperator::pg_catalog.text)
            FROM pg_catalog.pg_amop ao WHERE ao.amopfamily = f.oid),
          (SELECT pg_catalog.string_agg(ap.amprocnum || ' ' || ap.amproc::pg_catalog.regprocedure::pg_catalog.text, ', '
              ORDER BY ap.amprocnum, ap.amproc::pg_catalog.regprocedure::pg_catalog.text)
            FROM pg_catalog.pg_amproc ap WHERE ap.amprocfamily = f.oid)), 0
      FROM pg_catalog.pg_opfamily f JOIN scope s ON s.oid = f.opfnamespace
        JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod
      WHERE (f.tableoid, f.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'cast', NULL, pg_catalog.format_type(k.castsource, NULL) || ' AS ' || pg_catalog.format_type(k.casttarget, NULL),
        pg_catalog.concat_ws(' ', CASE k.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
            ELSE 'WITH FUNCTION ' || k.castfunc::pg_catalog.regprocedure::pg_catalog.text END,
          CASE k.castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' END), 0
      FROM pg_catalog.pg_cast k
      WHERE k.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = k.tableoid AND d.objid = k.oid AND d.deptype IN ('e', 'i'))""";

  static final String TEXTS =
      """
      SELECT 'collation', s.name, co.collname, pg_catalog.concat_ws(', ', 'PROVIDER = ' || co.collprovider::pg_catalog.text,
          CASE WHEN NOT co.collisdeterministic THEN 'NOT DETERMINISTIC' END,
          'LOCALE = ' || COALESCE(co.collcollate::pg_catalog.text, pg_catalog.to_jsonb(co) ->> 'colllocale',
            pg_catalog.to_jsonb(co) ->> 'colliculocale'),
          'RULES = ' || (pg_catalog.to_jsonb(co) ->> 'collicurules')), 0
      FROM pg_catalog.pg_collation co JOIN scope s ON s.oid = co.collnamespace
      WHERE co.oid >= 16384 AND (co.tableoid, co.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'conversion', s.name, v.conname, 'FROM ' || pg_catalog.pg_encoding_to_char(v.conforencoding) || ' TO '
          || pg_catalog.pg_encoding_to_char(v.contoencoding) || ' BY ' || v.conproc::pg_catalog.text, 0
      FROM pg_catalog.pg_conversion v JOIN scope s ON s.oid = v.connamespace
      WHERE (v.tableoid, v.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'text search configuration', s.name, c.cfgname, 'PARSER = ' || p.prsname || COALESCE(
          (SELECT pg_catalog.string_agg(', ' || tt.alias || ' = ' || m.dicts, '' ORDER BY tt.alias)
          FROM (SELECT cm.maptokentype AS tokid, pg_catalog.string_agg(cm.mapdict::pg_catalog.regdictionary::pg_catalog.text,
              '+' ORDER BY cm.mapseqno) AS dicts
            FROM pg_catalog.pg_ts_config_map cm WHERE cm.mapcfg = c.oid GROUP BY cm.maptokentype) m
            JOIN pg_catalog.ts_token_type(c.cfgparser) tt ON tt.tokid = m.tokid), ''), 0
      FROM pg_catalog.pg_ts_config c JOIN scope s ON s.oid = c.cfgnamespace
        JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
      WHERE (c.tableoid, c.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'text search dictionary', s.name, d.dictname, pg_catalog.concat_ws(', ', 'TEMPLATE = ' || t.tmplname,
          d.dictinitoption), 0
      FROM pg_catalog.pg_ts_dict d JOIN scope s ON s.oid = d.dictnamespace
        JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
      WHERE (d.tableoid, d.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'text search template', s.name, t.tmplname, 'LEXIZE = ' || t.tmpllexize::pg_catalog.text, 0
      FROM pg_catalog.pg_ts_template t JOIN scope s ON s.oid = t.tmplnamespace
      WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'text search parser', s.name, p.prsname, 'START = ' || p.prsstart::pg_catalog.text, 0
      FROM pg_catalog.pg_ts_parser p JOIN scope s ON s.oid = p.prsnamespace
      WHERE (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String STATISTICS =
      """
      SELECT 'statistics', s.name, x.stxname, pg_catalog.pg_get_statisticsobjdef(x.oid), x.stxrelid
      FROM pg_catalog.pg_statistic_ext x JOIN scope s ON s.oid = x.stxnamespace
      WHERE (x.tableoid, x.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String OF_DATABASE =
      """
      SELECT 'extension', NULL, x.extname, 'SCHEMA ' || n.nspname || ' VERSION ' || x.extversion, 0
      FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
      WHERE x.extname <> 'plpgsql'
      UNION ALL
      SELECT 'event trigger', NULL, t.evtname, pg_catalog.concat_ws(' ', 'ON ' || t.evtevent,
          'WHEN TAG IN (' || pg_catalog.array_to_string(t.evttags, ', ') || ')',
          'EXECUTE ' || t.evtfoid::pg_catalog.regprocedure::pg_catalog.text,
          CASE t.evtenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'ENABLED REPLICA'
            WHEN 'A' THEN 'ENABLED ALWAYS' END), 0
      FROM pg_catalog.pg_event_trigger t
      WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'publication', NULL, p.pubname, pg_catalog.concat_ws(', ', CASE WHEN p.puballtables THEN 'ALL TABLES' END,
          CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
          CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END,
          (SELECT 'TABLES ' || pg_catalog.string_agg(r.prrelid::pg_catalog.regclass::pg_catalog.text, ', '
              ORDER BY r.prrelid::pg_catalog.regclass::pg_catalog.text)
            FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid)), 0
      FROM pg_catalog.pg_publication p
      WHERE (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'language', NULL, l.lanname, pg_catalog.concat_ws(' ', CASE WHEN l.lanpltrusted THEN 'TRUSTED' END,
          'HANDLER ' || l.lanplcallfoid::pg_catalog.regproc::pg_catalog.text), 0
      FROM pg_catalog.pg_language l
      WHERE l.oid >= 16384 AND (l.tableoid, l.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'access method', NULL, a.amname, a.amtype::pg_catalog.text || ' ' || a.amhandler::pg_catalog.text, 0
      FROM pg_catalog.pg_am a
      WHERE a.oid >= 16384 AND (a.tableoid, a.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'transform', NULL, 'FOR ' || pg_catalog.format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname,
        pg_catalog.concat_ws(', ', 'FROM SQL ' || t.trffromsql::pg_catalog.text, 'TO SQL ' || t.trftosql::pg_catalog.text), 0
      FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_language l ON l.oid = t.trflang
      WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'foreign data wrapper', NULL, w.fdwname, pg_catalog.concat_ws(' ',
          CASE WHEN w.fdwhandler <> 0 THEN 'HANDLER ' || w.fdwhandler::pg_catalog.regproc::pg_catalog.text END,
          CASE WHEN w.fdwvalidator <> 0 THEN 'VALIDATOR ' || w.fdwvalidator::pg_catalog.regproc::pg_catalog.text END), 0
      FROM pg_catalog.pg_foreign_data_wrapper w
      WHERE (w.tableoid, w.oid) NOT IN (SELECT classid, objid FROM members)
      UNION ALL
      SELECT 'foreign server', NULL, v.srvname, pg_catalog.concat_ws(' ', 'TYPE ' || v.srvtype, 'VERSION ' || v.srvversion,
          'FOREIGN DATA WRAPPER ' || w.fdwname), 0
      FROM pg_catalog.pg_foreign_server v JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = v.srvfdw
      WHERE (v.tableoid, v.oid) NOT IN (SELECT classid, objid FROM members)""";

  static final String OF_RELATIONS =
      """
      SELECT s.name, c.relname::pg_catalog.text, c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner),
        CASE WHEN c.relkind = 'S' THEN COALESCE((SELECT d.refobjid FROM pg_catalog.pg_depend d
          WHERE d.classid = c.tableoid AND d.objid = c.oid AND d.refclassid = c.tableoid
            AND d.deptype IN ('a', 'i') LIMIT 1), 0) ELSE c.oid END,
        c.tableoid, c.oid, c.relowner
      FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace WHERE c.relacl IS NOT NULL""";

  static final String OF_COLUMNS =
      """
      SELECT s.name, c.relname || '.' || a.attname, a.attacl, NULL::pg_catalog.aclitem[], c.oid, c.tableoid, c.oid, c.relowner
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN scope s ON s.oid = c.relnamespace WHERE a.attacl IS NOT NULL AND NOT a.attisdropped""";

  static final String OF_ROUTINES =
      """
      SELECT s.name, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
        p.proacl, pg_catalog.acldefault('f', p.proowner), 0, p.tableoid, p.oid, p.proowner
      FROM pg_catalog.pg_proc p JOIN scope s ON s.oid = p.pronamespace WHERE p.proacl IS NOT NULL""";

  static final String OF_TYPES =
      """
      SELECT s.name, t.typname::pg_catalog.text, t.typacl, pg_catalog.acldefault('T', t.typowner), 0, t.tableoid, t.oid, t.typowner
      FROM pg_catalog.pg_type t JOIN scope s ON s.oid = t.typnamespace WHERE t.typacl IS NOT NULL""";

  static final String OF_SCHEMAS =
      """
      SELECT NULL, 'schema ' || CASE WHEN n.nspname = pg_catalog.current_schema() THEN '' ELSE n.nspname END, n.nspacl,
        COALESCE((SELECT i.initprivs FROM pg_catalog.pg_init_privs i WHERE i.classoid = n.tableoid AND i.objoid = n.oid),
          pg_catalog.acldefault('n', n.nspowner)), 0, n.tableoid, n.oid, n.nspowner
      FROM pg_catalog.pg_namespace n JOIN scope s ON s.oid = n.oid WHERE n.nspacl IS NOT NULL""";

  static final String OF_LANGUAGES =
      """
      SELECT NULL, 'language ' || l.lanname, l.lanacl, pg_catalog.acldefault('l', l.lanowner), 0, l.tableoid, l.oid, l.lanowner
      FROM pg_catalog.pg_language l WHERE l.lanacl IS NOT NULL
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_init_privs i WHERE i.classoid = l.tableoid AND i.objoid = l.oid)""";

  static final String OF_WRAPPERS =
      """
      SELECT NULL, 'foreign data wrapper ' || w.fdwname, w.fdwacl, pg_catalog.acldefault('F', w.fdwowner), 0, w.tableoid, w.oid, w.fdwowner
      FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL""";

  static final String OF_SERVERS =
      """
      SELECT NULL, 'foreign server ' || v.srvname, v.srvacl, pg_catalog.acldefault('S', v.srvowner), 0, v.tableoid, v.oid, v.srvowner
      FROM pg_catalog.pg_foreign_server v WHERE v.srvacl IS NOT NULL""";

  static final String HELD =
      """
      ) p(schema, name, acl, usual, relation, classid, objid, owner)
        CROSS JOIN LATERAL (
          SELECT COALESCE(have.list, 'NOTHING') || ' TO ' || CASE grantee WHEN 0 THEN 'PUBLIC'
            ELSE pg_catalog.pg_get_userbyid(grantee)::pg_catalog.text END
          FROM (SELECT e.grantee, pg_catalog.string_agg(e.privilege_type || CASE WHEN e.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
            || CASE WHEN e.grantor <> p.owner THEN ' GRANTED BY ' || pg_catalog.pg_get_userbyid(e.grantor) ELSE '' END,
            ', ' ORDER BY e.privilege_type, e.grantor)
            FROM pg_catalog.aclexplode(p.acl) e GROUP BY e.grantee) have(grantee, list)
            FULL JOIN (SELECT e.grantee, pg_catalog.string_agg(e.privilege_type || CASE WHEN e.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
            || CASE WHEN e.grantor <> p.owner THEN ' GRANTED BY ' || pg_catalog.pg_get_userbyid(e.grantor) ELSE '' END,
            ', ' ORDER BY e.privilege_type, e.grantor)
            FROM pg_catalog.aclexplode(p.usual) e GROUP BY e.grantee) usual(grantee, list)
              USING (grantee)
          WHERE have.list IS DISTINCT FROM usual.list) held(words)
      WHERE (p.classid, p.objid) NOT IN (SELECT classid, objid FROM members)""";

  static final String DEFAULT_PRIVILEGES =
      """
      SELECT 'default privileges', s.name, CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
          WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE a.defaclobjtype::pg_catalog.text END
          || ' of ' || pg_catalog.pg_get_userbyid(a.defaclrole),
        COALESCE((SELECT pg_catalog.string_agg(e.item::pg_catalog.text, ', ' ORDER BY e.item::pg_catalog.text)
          FROM pg_catalog.unnest(a.defaclacl) e(item)), 'none'), 0
      FROM pg_catalog.pg_default_acl a LEFT JOIN scope s ON s.oid = a.defaclnamespace
      WHERE a.defaclnamespace = 0 OR s.oid IS NOT NULL""";

  // What belongs to whom the database belongs to is as usual, whoever reads it.
  static final String NOT_OF_THE_OWNER =
      " <> (SELECT b.datdba FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database())";

  static final String OWNERS =
      """
      SELECT 'owner', o.schema, o.name, pg_catalog.pg_get_userbyid(o.owner)::pg_catalog.text, o.relation
      FROM (
        SELECT s.name, c.relname::pg_catalog.text, c.relowner, CASE WHEN c.relkind = 'S' THEN 0 ELSE c.oid END, c.tableoid, c.oid
        FROM pg_catalog.pg_class c JOIN scope s ON s.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') OR (c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = c.tableoid AND d.objid = c.oid AND d.refclassid = c.tableoid AND d.deptype IN ('a', 'i')))
        UNION ALL
        SELECT s.name, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', p.proowner, 0, p.tableoid, p.oid
        FROM pg_catalog.pg_proc p JOIN scope s ON s.oid = p.pronamespace
        UNION ALL
        SELECT s.name, t.typname, t.typowner, 0, t.tableoid, t.oid
        FROM pg_catalog.pg_type t JOIN scope s ON s.oid = t.typnamespace
        WHERE t.typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
        UNION ALL
        SELECT NULL, 'schema ' || n.nspname, n.nspowner, 0, n.tableoid, n.oid
        FROM pg_catalog.pg_namespace n JOIN scope s ON s.oid = n.oid WHERE n.oid >= 16384
      ) o(schema, name, owner, relation, classid, objid)
      WHERE (o.classid, o.objid) NOT IN (SELECT classid, objid FROM members) AND o.owner"""
          + NOT_OF_THE_OWNER;

  // What the model has comments for is left out: tables, their columns, views, sequences that
  // belong to no column, enum types.
  static final String COMMENTS =
      """
      SELECT 'comment', i.schema, i.type || ' ' || i.identity, d.description,
        COALESCE((SELECT x.indrelid FROM pg_catalog.pg_index x WHERE x.indexrelid = d.objoid AND c.oid IS NOT NULL),
          (SELECT k.conrelid FROM pg_catalog.pg_constraint k
            WHERE k.tableoid = d.classoid AND k.oid = d.objoid),
          (SELECT t.tgrelid FROM pg_catalog.pg_trigger t WHERE t.tableoid = d.classoid AND t.oid = d.objoid),
          (SELECT p.polrelid FROM pg_catalog.pg_policy p WHERE p.tableoid = d.classoid AND p.oid = d.objoid),
          (SELECT r.ev_class FROM pg_catalog.pg_rewrite r WHERE r.tableoid = d.classoid AND r.oid = d.objoid),
          (SELECT x.stxrelid FROM pg_catalog.pg_statistic_ext x WHERE x.tableoid = d.classoid AND x.oid = d.objoid),
          CASE WHEN c.relkind = 'c' THEN 0 ELSE c.oid END, 0)
      FROM pg_catalog.pg_description d
        LEFT JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND c.tableoid = d.classoid
        CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i
      WHERE d.objoid >= 16384
        AND NOT (c.oid IS NOT NULL AND d.objsubid = 0
          AND (c.relkind = 'S' OR (c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition)))
        AND NOT (c.oid IS NOT NULL AND d.objsubid > 0 AND c.relkind IN ('r', 'p') AND NOT c.relispartition)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t
          WHERE t.tableoid = d.classoid AND t.oid = d.objoid AND t.typtype = 'e')
        AND (i.schema IS NULL OR i.schema IN (SELECT name FROM scope))
        AND (i.type <> 'schema' OR i.name IN (SELECT name FROM scope))
        AND i.type <> 'extension'
        AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM members)""";

  private PostgresOtherQueries() {}
}
