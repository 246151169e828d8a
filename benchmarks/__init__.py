"""What the program promises of speed: `python -m benchmarks.NAME` measures it, and no test is timed."""
