"""Year-end scorecards as pages, workbooks and documents."""
