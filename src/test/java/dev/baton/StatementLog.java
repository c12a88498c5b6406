package dev.baton;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Log of the statements that a thread sends to a database, commits among them; what is added to a
 * batch counts as one each.
 */
public final class StatementLog {
  private static final ThreadLocal<List<String>> LOG = new ThreadLocal<>();

  private StatementLog() {}

  /** The statements that some work sends. */
  public static List<String> of(Runnable work) {
    List<String> sent = new ArrayList<>();
    LOG.set(sent);
    try {
      work.run();
    } finally {
      LOG.remove();
    }
    return sent;
  }

  /** A database whose statements are logged. */
  public static DataSource watched(DataSource database) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        return connection(super.getConnection());
      }
    };
  }

  private static Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          if (method.getName().equals("commit")) {
            note("commit");
          }
          Object result = call(real, method, args);
          String sql = args != null && args[0] instanceof String text ? text : "";
          if (result instanceof CallableStatement) {
            return result;
          }
          if (result instanceof PreparedStatement statement) {
            return statement(PreparedStatement.class, statement, sql);
          }
          return result instanceof Statement statement
              ? statement(Statement.class, statement, sql)
              : result;
        });
  }

  private static <T extends Statement> T statement(Class<T> type, T real, String prepared) {
    return proxy(
        type,
        (proxy, method, args) -> {
          String name = method.getName();
          boolean sends = name.startsWith("execute") && !name.contains("Batch");
          if (sends || name.equals("addBatch")) {
            note(args != null && args[0] instanceof String text ? text : prepared);
          }
          return call(real, method, args);
        });
  }

  private static void note(String sql) {
    List<String> log = LOG.get();
    if (log != null) {
      log.add(sql.strip().replaceAll("\\s+", " "));
    }
  }

  private static Object call(Object real, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
