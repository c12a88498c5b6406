package dev.baton.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * The engine's SQL statements, read from its mappings once for each kind of database: that is most
 * of what starting an engine costs. The engine's own switch for it shares the database too.
 */
public final class ParsedStatements {
  private static final Map<String, Configuration> PARSED = new ConcurrentHashMap<>();

  private ParsedStatements() {}

  /** Gives an engine its statements; they are parsed when no engine in this JVM was first. */
  public static void give(ProcessEngineConfigurationImpl engine, Runnable parse) {
    Configuration parsed = PARSED.get(engine.getDatabaseType());
    if (parsed == null) {
      parse.run();
      PARSED.put(engine.getDatabaseType(), engine.getSqlSessionFactory().getConfiguration());
      return;
    }
    Environment own =
        new Environment("own", engine.getTransactionFactory(), engine.getDataSource());
    engine.setSqlSessionFactory(new DefaultSqlSessionFactory(new Shared(parsed, own)));
  }

  /** Statements of one engine on the connections of another. */
  private static final class Shared extends Configuration {
    private final Configuration parsed;

    Shared(Configuration parsed, Environment own) {
      super(own);
      this.parsed = parsed;
      setDefaultExecutorType(parsed.getDefaultExecutorType());
    }

    @Override
    public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
      return parsed.getMappedStatement(id, validateIncompleteStatements);
    }

    @Override
    public boolean hasStatement(String name, boolean validateIncompleteStatements) {
      return parsed.hasStatement(name, validateIncompleteStatements);
    }
  }
}
