// Counts what was tried and keeps what went wrong.

export class Report {
  #passed = 0;
  #failures = [];

  /** Counts one trial; `problems` (a text or a list of texts) says what is wrong, nothing if all is well. */
  check(what, problems) {
    const list = [problems].flat().filter(Boolean);
    if (list.length === 0) this.#passed += 1;
    else this.#failures.push([what, list]);
  }

  equal(what, got, expected) {
    const [one, two] = [JSON.stringify(got), JSON.stringify(expected)];
    this.check(what, one === two ? null : `got ${one}, expected ${two}`);
  }

  /** The same report, whose trials say that they are about `name`. */
  named(name) {
    return Object.assign(Object.create(this), { check: (what, problems) => this.check(`${name}: ${what}`, problems) });
  }

  /** Runs a part of the test; an exception is a failure of that part and ends no other. */
  async part(name, work) {
    const start = Date.now();
    try {
      await work();
    } catch (error) {
      this.check(name, String(error.stack ?? error));
    }
    console.log(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }

  finish() {
    for (const [what, problems] of this.#failures) {
      console.log(`FAILED ${what}`);
      for (const problem of problems.slice(0, 12)) console.log(`    ${problem.slice(0, 1500).replaceAll('\n', '\n    ')}`);
      if (problems.length > 12) console.log(`    and ${problems.length - 12} more`);
    }
    console.log(`${this.#passed} passed, ${this.#failures.length} failed`);
    return this.#failures.length === 0 ? 0 : 1;
  }
}
