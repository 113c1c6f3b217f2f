-- What the schema holds, one line for each thing: compared with catalog.txt by a check.
WITH ours AS (
  SELECT c.oid, c.relname, c.relkind, c.relrowsecurity
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'truce'
)
SELECT 'relation ' || relname || ' ' || relkind::text
  || CASE WHEN relrowsecurity THEN ' policed' ELSE '' END
FROM ours WHERE relkind <> 'i'
UNION ALL
SELECT 'column ' || o.relname || '.' || a.attname || ' '
  || pg_catalog.format_type(a.atttypid, a.atttypmod)
  || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
  || coalesce(' DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '')
FROM ours o JOIN pg_catalog.pg_attribute a ON a.attrelid = o.oid
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE o.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint ' || o.relname || ' ' || pg_catalog.pg_get_constraintdef(c.oid)
FROM ours o JOIN pg_catalog.pg_constraint c ON c.conrelid = o.oid
WHERE c.contype IN ('p', 'u', 'f', 'c', 'x')
UNION ALL
SELECT 'index ' || pg_catalog.pg_get_indexdef(i.indexrelid)
  || CASE WHEN i.indisvalid AND i.indisready AND i.indislive THEN '' ELSE ' (not in use)' END
FROM ours o JOIN pg_catalog.pg_index i ON i.indrelid = o.oid
WHERE o.relkind = 'r'
UNION ALL
SELECT 'trigger ' || pg_catalog.pg_get_triggerdef(t.oid)
  || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' (switched off or always on)' END
FROM ours o JOIN pg_catalog.pg_trigger t ON t.tgrelid = o.oid
WHERE NOT t.tgisinternal
UNION ALL
SELECT 'function ' || p.proname || ' ' || pg_catalog.md5(p.prosrc)
  || CASE WHEN p.prosecdef THEN ' with its owner''s rights' ELSE '' END
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'truce'
UNION ALL
SELECT 'rule ' || o.relname || ' ' || r.rulename
FROM ours o JOIN pg_catalog.pg_rewrite r ON r.ev_class = o.oid
UNION ALL
SELECT 'policy ' || o.relname || ' ' || p.polname
FROM ours o JOIN pg_catalog.pg_policy p ON p.polrelid = o.oid
UNION ALL
SELECT 'heir of ' || o.relname
FROM ours o JOIN pg_catalog.pg_inherits h ON h.inhparent = o.oid
WHERE o.relkind = 'r'
ORDER BY 1
