package io.firmament.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a number in a text may mean: one value, or anything between two where the text is as vague ("several hundred").
 *
 * @param least the lower bound
 * @param most the upper bound, itself included
 */
record Reading(BigDecimal least, BigDecimal most) {

    static Reading of(BigDecimal value) {
        return new Reading(value, value);
    }

    /** As large as a magnitude, and no larger than the next. */
    static Reading several(BigDecimal magnitude) {
        return new Reading(magnitude, magnitude.multiply(BigDecimal.TEN));
    }

    /** A fraction; what decimals cannot write, such as a third, is between its first two places rounded down and up. */
    static Reading fraction(BigDecimal numerator, BigDecimal denominator) {
        try {
            return of(numerator.divide(denominator));
        } catch (ArithmeticException e) {
            return new Reading(
                    numerator.divide(denominator, new MathContext(2, RoundingMode.DOWN)),
                    numerator.divide(denominator, new MathContext(2, RoundingMode.UP)));
        }
    }

    Reading times(BigDecimal factor) {
        return new Reading(least.multiply(factor), most.multiply(factor));
    }

    boolean holds(BigDecimal value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }
}
