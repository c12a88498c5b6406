package dev.baton.know.scorecard;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Logistic regression with an L2 penalty on all weights but the first, the intercept's, by Newton's
 * method.
 *
 * @param weights the intercept first
 * @param errors the standard error of each
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to reckon with; nobody compares two
record LogisticRegression(double[] weights, double[] errors) {
  private static final int MOST_STEPS = 50;
  private static final double CONVERGED = 1e-9;

  /**
   * Fits it.
   *
   * @param rows without the intercept
   * @param penalty half of it times the sum of squares is added to the loss
   */
  static LogisticRegression fit(double[][] rows, boolean[] outcomes, double penalty) {
    int n = rows.length == 0 ? 1 : rows[0].length + 1;
    double[] weights = new double[n];
    RealMatrix hessian = new Array2DRowRealMatrix(n, n);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] curvature = new double[n][n];
      for (int i = 0; i < rows.length; i++) {
        add(rows[i], outcomes[i], weights, gradient, curvature);
      }
      for (int j = 1; j < n; j++) {
        gradient[j] -= penalty * weights[j];
        curvature[j][j] += penalty;
      }
      curvature[0][0] += 1e-9;
      hessian = new Array2DRowRealMatrix(curvature, false);
      double[] move =
          new CholeskyDecomposition(hessian, 1e-6, 1e-14)
              .getSolver()
              .solve(new ArrayRealVector(gradient, false))
              .toArray();
      double largest = 0;
      for (int j = 0; j < n; j++) {
        weights[j] += Math.max(-5, Math.min(5, move[j]));
        largest = Math.max(largest, Math.abs(move[j]));
      }
      if (largest < CONVERGED) {
        break;
      }
    }
    return new LogisticRegression(weights, errors(hessian));
  }

  private static void add(
      double[] row, boolean outcome, double[] weights, double[] gradient, double[][] curvature) {
    double p = probability(row, weights);
    double miss = (outcome ? 1 : 0) - p;
    double spread = p * (1 - p);
    for (int j = 0; j < gradient.length; j++) {
      double x = j == 0 ? 1 : row[j - 1];
      gradient[j] += miss * x;
      for (int k = 0; k < gradient.length; k++) {
        curvature[j][k] += spread * x * (k == 0 ? 1 : row[k - 1]);
      }
    }
  }

  private static double[] errors(RealMatrix hessian) {
    RealMatrix inverse = new CholeskyDecomposition(hessian, 1e-6, 1e-14).getSolver().getInverse();
    double[] errors = new double[inverse.getRowDimension()];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = Math.sqrt(inverse.getEntry(j, j));
    }
    return errors;
  }

  double probability(double[] row) {
    return probability(row, weights);
  }

  private static double probability(double[] row, double[] weights) {
    double sum = weights[0];
    for (int j = 0; j < row.length; j++) {
      sum += weights[j + 1] * row[j];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
