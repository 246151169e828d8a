"""`python -m benchmarks`: what the program promises of speed, measured."""

from benchmarks.command import main

if __name__ == "__main__":
    main()
