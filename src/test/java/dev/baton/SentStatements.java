package dev.baton;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Statements that the database is sent, as PostgreSQL counts them: each row of a batch is one, and
 * so are the beginning and the end of a transaction.
 */
@TestComponent
public class SentStatements implements BeanPostProcessor {
  private final Collection<Sent> all = new ConcurrentLinkedQueue<>();
  private volatile boolean listens;

  /**
   * A statement.
   *
   * @param thread the name of the one that sent it
   */
  public record Sent(String thread, String sql) {}

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Heard(source) : bean;
  }

  public void listen() {
    all.clear();
    listens = true;
  }

  /** Whether something like this was sent since. */
  public boolean hasHeard(String part) {
    return all.stream().anyMatch(sent -> sent.sql().contains(part));
  }

  /** What was sent since by threads whose name begins so. */
  public List<String> heard(String... threads) {
    listens = false;
    return all.stream()
        .filter(sent -> List.of(threads).stream().anyMatch(sent.thread()::startsWith))
        .map(Sent::sql)
        .toList();
  }

  private void add(String sql, int times) {
    if (listens) {
      String thread = Thread.currentThread().getName();
      for (int i = 0; i < times; i++) {
        all.add(new Sent(thread, sql));
      }
    }
  }

  private final class Heard extends DelegatingDataSource {
    Heard(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return proxy(Connection.class, new OfConnection(super.getConnection()));
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            SentStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private final class OfConnection implements InvocationHandler {
    private final Connection connection;
    private boolean begun;

    OfConnection(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
      if (List.of("commit", "rollback", "close", "setAutoCommit").contains(method.getName())) {
        end(method.getName());
      }
      Object result = call(connection, method, args);
      if (!(result instanceof Statement)) {
        return result;
      }
      String sql = args == null ? "" : (String) args[0];
      Class<? extends Statement> type =
          result instanceof CallableStatement
              ? CallableStatement.class
              : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
      return SentStatements.proxy(type, new OfStatement(this, result, sql));
    }

    private void begin() throws SQLException {
      if (!begun && !connection.getAutoCommit()) {
        begun = true;
        add("begin", 1);
      }
    }

    private void end(String how) {
      if (begun) {
        begun = false;
        add(how, 1);
      }
    }
  }

  private final class OfStatement implements InvocationHandler {
    private final OfConnection connection;
    private final Object statement;
    private final String sql;
    private int batched;

    OfStatement(OfConnection connection, Object statement, String sql) {
      this.connection = connection;
      this.statement = statement;
      this.sql = sql;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
      String name = method.getName();
      if (name.equals("addBatch")) {
        batched++;
      } else if (name.startsWith("execute")) {
        connection.begin();
        boolean given = args != null && args.length > 0 && args[0] instanceof String;
        add(given ? (String) args[0] : sql, name.endsWith("Batch") ? batched : 1);
        batched = 0;
      }
      return call(statement, method, args);
    }
  }
}
