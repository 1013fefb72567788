"""`python -m tests.bench [NAME…]` runs the benchmarks of this folder: each prints ratios measured in one run."""

import importlib
import pkgutil
import sys

from tests import bench


def main(wanted: list[str]) -> None:
    """Run the named benchmarks, or all of them; every module of the folder has a `main()`."""
    names = [module.name for module in pkgutil.iter_modules(bench.__path__) if module.name != "__main__"]
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"No benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(names)}.")
    for name in wanted or names:
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
